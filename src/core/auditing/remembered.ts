/** Answers to questions about single words, kept for the next time: one report asks the same of a label hundreds of times. */

/** `answer`, which must depend on its words alone, with at most `most` answers kept, so that no number of reports fills the memory. */
export function remembered<Answer>(answer: (words: string) => Answer, most = 4096): (words: string) => Answer {
  const known = new Map<string, Answer>();
  return (words) => {
    const found = known.get(words);
    if (found !== undefined) return found;
    const fresh = answer(words);
    if (known.size >= most) known.clear();
    known.set(words, fresh);
    return fresh;
  };
}
