/** Sentences that state several relations at once, as reports mostly do. */

export const combined = {
  /** A change in number and in per cent. */
  changeAndGrowth: [
    "{s}{t}[n]，比上年的[b]<增加/减少>[c]，<增长/下降>[g]。",
    "{y}，{s}{t}为[n]，<增加/减少>[c]，<增幅/降幅>[g]，上年为[b]。",
  ],
  /** Parts, each with its share. */
  partsAndShares: [
    "{s}{t}[t]，其中«{l}[l]，占[p]|；»。",
    "{s}{t}共[t]，其中«{l}[l]（占[p]）|、»。",
    "{y}，{s}{t}[t]：«{l}[l]，比重为[p]|；»。",
  ],
  /** A part of a part. */
  shareOfShare: [
    "{s}{t}[t]，其中{a}[a]，占{b}的[p]；{d}[d]，占{e}的[q]。",
    "在{s}[t]{t}中，{a}有[a]，占{b}的[p]，而{d}有[d]，占{e}的[q]。",
  ],
  /** A rate and what its numerator is made of. */
  rateAndParts: ["{s}{d}[d]，{n}[n]，{r}为[r]；{n}由«{l}[l]|、|和»两部分构成。", "{y}，{s}{d}[d]。其中，{n}[n]（«{l}[l]|，»），{r}[r]。"],
  /** A change, and a share of the new value. */
  changeAndShare: [
    "{s}{t}[n]，比上年的[b]<增加/减少>[c]；按本年总数计，{a}[a]，占[p]。",
    "与上年的[b]相比，{s}{t}<增加/减少>[c]，总数为[n]；{a}[a]，占{e}的比重为[p]。",
  ],
  /** A change and the ratio that the new value stands in. */
  changeAndRatio: [
    "{s}{d}[d]，较上年（[b]）<增加/减少>[c]；{n}[n]，生师比为[r]。",
    "上年{s}{d}[b]，本年<增加/减少>[c]，为[d]，按{n}[n]测算，生师比[r]。",
  ],
} as const;
