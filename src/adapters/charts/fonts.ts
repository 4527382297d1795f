/** Where the free Chinese typeface lies: Noto Serif SC comes with npm, so that output looks the same on every machine. */
import { createRequire } from "node:module";
import path from "node:path";

const folder = path.dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-serif-sc/package.json"));

export const serifFamily = "Noto Serif SC";
export const serifRegular = path.join(folder, "400Regular", "NotoSerifSC_400Regular.ttf");
export const serifBold = path.join(folder, "700Bold", "NotoSerifSC_700Bold.ttf");
