/** Sentences that state several relations at once, in words on which nothing was tuned. Only the counts may be looked at. */

export const combined = {
  changeAndGrowth: [
    "{s}{t}[n]，上年[b]，<增加/减少>[c]，<增长/下降>[g]。",
    "{s}{t}由{py}的[b]<增加/减少>[c]，{y}为[n]，<增幅为/降幅为>[g]。",
    "{s}{t}比上年<增长/下降>[g]，<增加/减少>[c]（上年[b]，本年[n]）。",
    "{y}，{s}{t}[n]，比{py}（[b]）<增加/减少>[c]、<增长/下降>[g]。",
  ],
  partsAndShares: [
    "{s}{t}[t]，«{l}|、|和»分别为«[l]|、|和»，占比分别为«[p]|、|和»。",
    "{s}{t}[t]，按类别分，«{l}[l]（占比[p]）|，»。",
    "{s}{t}共计[t]，«{l}为[l]，占总数的[p]|；»。",
    "{y}，{s}{t}总数[t]，其中：«{l}[l]、比例[p]|；»。",
  ],
  shareOfShare: [
    "{s}{t}[t]。{a}[a]，占{b}比例[p]；{d}[d]，占{e}比例[q]。",
    "{s}{t}共[t]，{a}占{b}的[p]，为[a]；{d}占{e}的[q]，为[d]。",
    "{y}，{s}{t}[t]，{a}[a]（占{b}[p]），{d}[d]（占{e}[q]）。",
    "{s}共有{t}[t]，{b}中，{a}[a]，占比为[p]；{e}中，{d}[d]，占比为[q]。",
  ],
  rateAndParts: [
    "{s}{d}[d]，«{l}[l]|，»，两者合计{n}[n]，{r}为[r]。",
    "{s}{d}[d]，其中{n}[n]，{r}[r]。{n}中，«{l}[l]|，其余»。",
    "{s}{r}[r]：{d}[d]，{n}[n]，{n}分为«{l}[l]|和»。",
    "{y}，{s}{d}[d]，{n}[n]，{r}达[r]；{n}里«{l}|、»分别为«[l]|、»。",
  ],
  changeAndShare: [
    "{s}{t}[n]，较{py}的[b]<增加/减少>[c]，其中{a}[a]，占{e}的[p]。",
    "{s}{t}[n]（上年[b]，<增加/减少>[c]），其中{a}[a]，占比[p]。",
    "{y}，{s}{t}由[b]<增至/减至>[n]，<增加/减少>[c]；{a}为[a]，占{e}比重[p]。",
    "{s}{a}[a]，占{e}的[p]；{t}[n]，比上年[b]<增加/减少>[c]。",
  ],
  changeAndRatio: [
    "{s}{d}[d]，比上年<增加/减少>[c]（上年[b]）；{n}[n]，生师比[r]。",
    "{y}，{s}{n}[n]，{d}由上年的[b]<增加到/减少到>[d]，<增加/减少>[c]，生师比为[r]。",
    "{s}{d}本年[d]、上年[b]，<增加/减少>[c]；按{n}[n]计，生师比[r]。",
    "{y}，{s}生师比[r]，{n}[n]，{d}[d]，{d}较上年[b]<增加/减少>[c]。",
  ],
} as const;
