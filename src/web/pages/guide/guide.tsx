/** The user guide: chapters by role at the left, the chapter with its pictures at the right, opened at the section of the page one came from. */
import { useSearch } from "@tanstack/react-router";
import { Fragment, useEffect } from "react";
import type { Role } from "../../../app/policies/actor.ts";
import { PathLink } from "../../components/path-link.tsx";
import { Page } from "../../components/page.tsx";
import { menuWords } from "../../messages/shell.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { type Block, blocksOf, type Inline } from "./markdown.ts";
import { type Chapter, chapters, placeOf } from "./places.ts";
import "./guide.css";

const texts = import.meta.glob("../../../../docs/guide/*.md", { query: "?raw", import: "default", eager: true });
const pictures = import.meta.glob("../../../../docs/guide/images/*.png", { query: "?url", import: "default", eager: true });
const textOf = (chapter: Chapter): string => texts[`../../../../docs/guide/${chapter}.md`] ?? "";
const pictureOf = (source: string): string => pictures[`../../../../docs/guide/${source}`] ?? "";

const chapterOfRole: Readonly<Record<Role, Chapter>> = {
  clerk: "clerk",
  departmentHead: "department-head",
  head: "head",
  reviewer: "reviewer",
  editor: "editor",
  leader: "leader",
  administrator: "administrator",
  reader: "leader",
};

export function GuidePage() {
  const say = useWords(menuWords);
  const me = useMe();
  const { place, chapter: asked, section } = useSearch({ from: "/shell/guide" });
  const known = chapters.find((each) => each === asked);
  const from = place === undefined ? { chapter: chapterOfRole[me.role], anchor: "" } : placeOf(place);
  const chapter = known ?? from.chapter;
  const anchor = section ?? (known === undefined ? from.anchor : "");
  const blocks = blocksOf(textOf(chapter));
  useEffect(() => {
    // After the page has taken its place: the router puts a new page at its top.
    const later = setTimeout(() => {
      if (anchor === "") window.scrollTo(0, 0);
      else document.getElementById(anchor)?.scrollIntoView();
    }, 100);
    return () => clearTimeout(later);
  }, [chapter, anchor]);
  const title = (each: Chapter): string => {
    const first = blocksOf(textOf(each))[0];
    return first?.kind === "heading" ? first.text : each;
  };
  return (
    <Page title={say("guide")}>
      <div className="guide" lang="zh-CN">
        <nav aria-label={say("guide")}>
          <ul>
            {chapters.map((each) => (
              <li key={each}>
                <PathLink to={`/guide?chapter=${each}`} className={each === chapter ? "guide-current" : ""}>
                  {title(each)}
                </PathLink>
                {each === chapter && (
                  <ul>
                    {blocks.map((block) =>
                      block.kind === "heading" && block.level === 2 ? (
                        <li key={block.anchor}>
                          <PathLink to={`/guide?chapter=${each}&section=${encodeURIComponent(block.anchor)}`}>{block.text}</PathLink>
                        </li>
                      ) : null,
                    )}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </nav>
        <article>
          {blocks.map((block, at) => (
            <BlockView key={at} block={block} />
          ))}
        </article>
      </div>
    </Page>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 3 ? (
        <h4 id={block.anchor}>{block.text}</h4>
      ) : block.level === 2 ? (
        <h3 id={block.anchor}>{block.text}</h3>
      ) : (
        <h2>{block.text}</h2>
      );
    case "paragraph":
      return (
        <p>
          <InlineView content={block.content} />
        </p>
      );
    case "picture":
      return (
        <figure>
          <button type="button" onClick={() => window.open(pictureOf(block.source))} aria-label={block.alt}>
            <img src={pictureOf(block.source)} alt={block.alt} loading="lazy" />
          </button>
        </figure>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <InlineView content={item} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function InlineView({ content }: { readonly content: readonly Inline[] }) {
  return content.map((part, at) => {
    if (part.kind === "bold") return <strong key={at}>{part.text}</strong>;
    if (part.kind === "code") return <code key={at}>{part.text}</code>;
    if (part.kind === "link")
      return (
        <PathLink key={at} to={part.to}>
          {part.text}
        </PathLink>
      );
    return <Fragment key={at}>{part.text}</Fragment>;
  });
}
