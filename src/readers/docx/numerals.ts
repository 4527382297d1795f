/** Numerals of Word's automatic numbers, by the name of their format. */

const digits = "〇一二三四五六七八九";
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const stems = "甲乙丙丁戊己庚辛壬癸";
const romans: readonly (readonly [number, string])[] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** `value` in `format`; in plain digits where the format or the value is out of the ordinary. */
export function numeral(value: number, format: string): string {
  if (!Number.isInteger(value) || value < 1 || value > 199) return String(value);
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "chineseLegalSimplified":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographDigital":
      return chinese(value);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return circled[value - 1] ?? String(value);
    case "ideographTraditional":
      return stems[value - 1] ?? String(value);
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letters(value);
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

function chinese(value: number): string {
  if (value >= 100)
    return `一百${value === 100 ? "" : value < 110 ? `零${digits[value % 10]}` : `${digits[Math.trunc((value % 100) / 10)]}十${value % 10 === 0 ? "" : digits[value % 10]}`}`;
  const [tens, ones] = [Math.trunc(value / 10), value % 10];
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digits[ones] : ""}`;
}

function roman(value: number): string {
  let left = value;
  let text = "";
  for (const [size, letter] of romans) for (; left >= size; left -= size) text += letter;
  return text;
}

/** a … z, aa, bb … as Word goes on. */
function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.trunc((value - 1) / 26) + 1);
}
