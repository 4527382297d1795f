/** One command's run: its common options, its store, and how it says things. */
import type { Command } from "commander";
import type { Act, Progress, Store } from "../app/ports.ts";
import { refuse } from "../app/refusal.ts";
import type { Environment, Language } from "./environment.ts";
import { progressOn } from "./progress.ts";

export interface CommonOptions {
  readonly format: "text" | "json";
  readonly lang: Language;
  readonly data: string;
  readonly actor?: string;
}

export interface Session {
  readonly environment: Environment;
  readonly options: CommonOptions;
  readonly progress: Progress;
  /** The store, opened at the first call and closed when the command ends. */
  store(): Promise<Store>;
  act(name: string, reason?: string): Act;
  say(text: { readonly zh: string; readonly en: string }): string;
  /** Prints `text` lines, or `value` as JSON with --format json. */
  print(value: unknown, text: () => string): void;
}

/**
 * Wraps a command's work: opens what it asks for, closes it whatever happens, and sets the exit code that
 * the work returns (0 done, 1 findings of tier proof).
 */
export function run<Options extends object>(
  environment: Environment,
  work: (session: Session, options: Options, argument: readonly string[]) => Promise<number | void>,
): (...parameters: unknown[]) => Promise<void> {
  return async (...parameters) => {
    const command = parameters.at(-1) as Command;
    const options = command.optsWithGlobals<CommonOptions & Options>();
    let opened: Promise<Store> | undefined;
    const session: Session = {
      environment,
      options,
      progress: progressOn(environment),
      store: () => (opened ??= environment.openStore(options.data)),
      act: (name, reason = "") => ({ name, actor: options.actor ?? environment.actor, at: environment.clock.now(), reason }),
      say: (text) => text[options.lang],
      print: (value, text) => environment.out(options.format === "json" ? JSON.stringify(value, null, 2) : text()),
    };
    try {
      const code = await work(session, options, command.args);
      process.exitCode = code ?? 0;
    } finally {
      await (await opened?.catch(() => undefined))?.close();
    }
  };
}

/** A four-digit year. @throws Refusal for anything else. */
export function parseYear(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) throw refuse("year-invalid", { found: text });
  return Number(text);
}
