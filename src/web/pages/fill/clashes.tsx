/** Cells that somebody else changed too, and edits that the server refused: shown for choice, never decided alone. */
import { Button, Flex } from "antd";
import { useContext } from "react";
import { parseSlot, slotLabel } from "../../../app/desk/slots.ts";
import type { Content } from "../../filling/slot.ts";
import { isCell, isMaterial, isRow } from "../../filling/slot.ts";
import { fillWords } from "../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { useCopyVersion, useFilling } from "./context.ts";

/** Rows shown at once: the buttons for all stand above. */
const most = 30;

export function Clashes() {
  const say = useWords(fillWords);
  const { copy } = useFilling();
  const me = useMe();
  const { language } = useContext(LanguageContext);
  useCopyVersion();
  const label = useLabel();
  const contentText = useContentText();
  const { clashes, refusals } = copy;
  return (
    <>
      {clashes.length > 0 && (
        <section className="clashes" aria-label={say("clashTitle", { count: clashes.length })}>
          <Flex justify="space-between" align="center" gap={8} wrap>
            <strong role="alert">{say("clashTitle", { count: clashes.length })}</strong>
            <Flex gap={8}>
              <Button size="small" onClick={() => copy.choose(clashes, "mine")}>
                {say("allMine")}
              </Button>
              <Button size="small" onClick={() => copy.choose(clashes, "theirs")}>
                {say("allTheirs")}
              </Button>
            </Flex>
          </Flex>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("item")}</th>
                <th scope="col">{say("mine")}</th>
                <th scope="col">{say("theirs")}</th>
                <th scope="col">{say("choice")}</th>
              </tr>
            </thead>
            <tbody>
              {clashes.slice(0, most).map((slot) => {
                const { content, theirs } = copy.snapshot(slot);
                return (
                  <tr key={slot} data-clash={slot}>
                    <td>{label(slot)}</td>
                    <td>
                      <b>{contentText(slot, content)}</b>
                    </td>
                    <td>
                      <b>{contentText(slot, theirs?.content ?? null)}</b>{" "}
                      <span className="muted">
                        {theirs &&
                          say("byAt", { name: theirs.name === me.name ? say("ownWindow") : theirs.name, at: shortTime(theirs.at) })}
                      </span>
                    </td>
                    <td>
                      <Flex gap={6}>
                        <Button size="small" type="primary" onClick={() => copy.choose([slot], "mine")}>
                          {say("useMine")}
                        </Button>
                        <Button size="small" onClick={() => copy.choose([slot], "theirs")}>
                          {say("useTheirs")}
                        </Button>
                      </Flex>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      {refusals.length > 0 && (
        <section className="clashes" aria-label={say("refusedTitle", { count: refusals.length })}>
          <strong role="alert">{say("refusedTitle", { count: refusals.length })}</strong>
          <table>
            <tbody>
              {refusals.slice(0, most).map((slot) => {
                const { content, refusal } = copy.snapshot(slot);
                return (
                  <tr key={slot}>
                    <td>{label(slot)}</td>
                    <td>
                      <b>{contentText(slot, content)}</b>
                    </td>
                    <td>{refusal?.[language]}</td>
                    <td>
                      <Button size="small" onClick={() => copy.discardRefused([slot])}>
                        {say("discard")}
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

/** What people call a slot. */
export function useLabel(): (slot: string) => string {
  const { index, copy } = useFilling();
  const say = useWords(fillWords);
  return (name) => {
    const slot = parseSlot(name);
    if (slot?.kind === "row") {
      const label = slotLabel(index, slot, copy.content(name));
      if (label !== slot.key) return label;
      const at = copy.rows(slot.ledger).indexOf(slot.key);
      return at < 0 ? say("newRow") : say("unnamedRow", { number: at + 1 });
    }
    return slot ? slotLabel(index, slot, copy.content(name)) : name;
  };
}

/** The same with its ledger's name before it, for what is not on the page. */
export function usePlaceLabel(): (slot: string) => string {
  const { index } = useFilling();
  const { language } = useContext(LanguageContext);
  const label = useLabel();
  return (name) => [index.ledgers.get(parseSlot(name)?.ledger ?? "")?.[language], label(name)].filter(Boolean).join(" · ");
}

function useContentText(): (slot: string, content: Content) => string {
  const say = useWords(fillWords);
  const marks = useMarks();
  return (slot, content) => {
    if (isCell(content)) return content.status === "notApplicable" ? say("notApplicable") : (content.value ?? say("blank"));
    if (isRow(content)) return Object.values(content.values).filter(Boolean).join(marks.pause);
    if (isMaterial(content)) return `${content.title}${marks.colon}${content.text.slice(0, 60)}`;
    if (content === true) return say("noneThisYear");
    return content ?? (slot.startsWith("row/") ? say("removedRow") : say("blank"));
  };
}

export function shortTime(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${time.getMonth() + 1}-${time.getDate()} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
