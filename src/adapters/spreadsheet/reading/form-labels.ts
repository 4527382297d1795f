/** Recognises rows and columns of a form by what people read: for sheets whose hidden tokens are gone or contradicted. */
import type { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import type { FormLedger } from "../../../core/definition/ledger.ts";
import { NameIndex, plain, spellings } from "../labels.ts";
import { type Block, formBlocks, type Identity, tokenOf } from "../layout.ts";

export class FormLabels {
  readonly blocks: readonly Block[];
  readonly #elements = new NameIndex();
  readonly #rows = new Map<Block, NameIndex>();
  readonly #columns = new Map<Block, NameIndex>();
  readonly #identities = new Map<string, Identity>();

  constructor(index: KnowledgeIndex, ledger: FormLedger, year: number) {
    this.blocks = formBlocks(index, ledger, year);
    for (const block of this.blocks) {
      const rows = new NameIndex();
      const columns = new NameIndex();
      this.#rows.set(block, rows);
      this.#columns.set(block, columns);
      for (const { label, identity, element } of block.rows) {
        const token = this.#remember(identity);
        rows.add(label, token);
        if (block.kind !== "matrix") {
          this.#elements.add(element.zh, token);
          for (const alias of element.aliases) rows.add(alias, token);
        } else for (const alias of memberAliases(index, identity)) rows.add(alias, token);
      }
      for (const { label, identity } of block.columns) {
        const token = this.#remember(identity);
        columns.add(label, token);
        for (const alias of memberAliases(index, identity)) columns.add(alias, token);
      }
    }
  }

  #remember(identity: Identity): string {
    const token = tokenOf(identity);
    this.#identities.set(token, identity);
    return token;
  }

  /** The row of `block` that a label names; null when it may be several. */
  row(block: Block, label: string): Identity | null | undefined {
    return this.#identity(this.#rows.get(block)?.find(label));
  }

  /** An element outside the small matrices, by its exact name. */
  element(label: string): Identity | null | undefined {
    return this.#identity(this.#elements.find(label));
  }

  column(block: Block, label: string): Identity | null | undefined {
    return this.#identity(this.#columns.get(block)?.find(label));
  }

  /** The matrix whose title a text is. */
  matrix(title: string): Block | undefined {
    const heads = [plain(title), ...spellings(title), plain(title.split(/[（(]/, 1)[0] ?? "")];
    return this.blocks.find((block) => block.kind === "matrix" && heads.includes(plain(block.title)));
  }

  /** The block in which a row and a column with these tokens meet, or else one that has the column. */
  block(columnToken: string, rowToken: string): Block | undefined {
    const meeting = this.blocks.filter((block) => block.columns.some((column) => tokenOf(column.identity) === columnToken));
    return meeting.find((block) => block.rows.some((row) => tokenOf(row.identity) === rowToken)) ?? meeting[0];
  }

  #identity(token: string | null | undefined): Identity | null | undefined {
    return token === null || token === undefined ? token : this.#identities.get(token);
  }
}

function memberAliases(index: KnowledgeIndex, identity: Identity): string[] {
  const pairs = Object.entries(identity.members);
  if (pairs.length !== 1) return [];
  const [dimension, member] = pairs[0]!;
  return [...(index.dimensions.get(dimension)?.members.find((each) => each.code === member)?.aliases ?? [])];
}
