/** Organisation and year of a request's path, which mount.ts has checked. */
export function placeOf(params: { readonly organisation: string; readonly year: string }): { organisation: string; year: number } {
  return { organisation: params.organisation, year: Number(params.year) };
}
