/** Where a definition or threshold comes from, and whether anyone has seen the text: rules from memory say so. */

export interface Source {
  /** Document title and number, as one would cite it. */
  readonly citation: string;
  /** False prints "unverified" / 未核实 beside the rule. */
  readonly verified: boolean;
}

export const verified = (citation: string): Source => ({ citation, verified: true });
export const unverified = (citation: string): Source => ({ citation, verified: false });
