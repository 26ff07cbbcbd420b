import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useRef } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import * as z from "zod";
import type { AnswerValue, Control, Question } from "../../engine/index.ts";
import { useAnswer, useSession, type Draft } from "../../lib/session/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";
import { entryOf, entrySchema, readEntry, type Entry } from "../../plan-ui/entry.ts";
import type { Asked } from "../../plan-ui/layout.ts";

/** What the form of one card holds: one text, or the rows of a table. Only the one that the control uses counts. */
export interface Fields {
  text: string;
  rows: Record<string, string>[];
}

/** Rest after which malformed text is called so, in milliseconds. */
const REST = 800;

/** Controls into which people type, so that strokes come one by one. */
const TYPED = new Set<Control["type"]>(["text", "integer", "address", "block", "range", "list", "table", "date"]);

export interface AnswerForm {
  readonly form: UseFormReturn<Fields, unknown, z.output<ReturnType<typeof schemaOf>>>;
  /** Call after every change of a field: commits what can be read, and waits with complaints. */
  readonly changed: () => void;
  /** Call when a field is left: complains at once. */
  readonly settle: () => void;
}

/**
 * The form of one question. Text that can be read becomes the answer on every change. Text that cannot is called so when
 * the field is left or rests, and is kept as a draft; text that looks like a secret is taken out and kept nowhere.
 */
export function useAnswerForm({ question, path }: Asked): AnswerForm {
  const { plan, answer, setDraft } = useSession();
  const { given, draft } = useAnswer(path);
  const { control } = question;
  const resolver = useMemo(() => zodResolver(schemaOf(question)), [question]);
  const form = useForm({ resolver, defaultValues: fieldsOf(question, given, draft), shouldFocusError: false });
  const committed = useRef(said(given));
  const typing = useRef<"first" | "continues">("first");
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = (): Entry => (control.type === "table" ? form.getValues("rows") : form.getValues("text"));

  const complain = () => {
    clearTimeout(resting.current);
    resting.current = undefined;
    const reading = readEntry(question, typed());
    if (reading.kind !== "malformed" || reading.secret) return;
    void form.trigger();
    setDraft(path, { text: draftText(typed()), error: reading.error });
  };

  const settle = () => {
    typing.current = "first";
    complain();
  };

  const commit = (value: AnswerValue | undefined) => {
    if (draft) setDraft(path, undefined);
    if (said(value) === committed.current) return;
    committed.current = said(value);
    answer(path, value, value === undefined ? `${question.short} taken away` : labelOf(question, value, plan.project.names), TYPED.has(control.type) ? typing.current : undefined);
    typing.current = "continues";
  };

  const changed = () => {
    clearTimeout(resting.current);
    resting.current = undefined;
    const reading = readEntry(question, typed());
    if (reading.kind === "malformed") {
      if (!reading.secret) {
        resting.current = setTimeout(complain, REST);
        return;
      }
      form.reset(fieldsOf(question, given, undefined));
      form.setError("text", { message: reading.error });
      return;
    }
    form.clearErrors();
    commit(reading.kind === "value" ? reading.value : undefined);
  };

  // Undo, a fix or another tab changed the answer: the field follows.
  useEffect(() => {
    if (said(given) === committed.current) return;
    committed.current = said(given);
    typing.current = "first";
    form.reset(fieldsOf(question, given, undefined));
  }, [form, given, question]);

  // A draft comes back with its error; one that rests when the card goes is kept.
  const latest = useRef(complain);
  useEffect(() => {
    latest.current = complain;
  });
  const startsWithDraft = useRef(draft !== undefined);
  useEffect(() => {
    if (startsWithDraft.current) void form.trigger();
    return () => {
      if (resting.current !== undefined) latest.current();
    };
  }, [form]);

  return { form, changed, settle };
}

function schemaOf(question: Question<unknown>) {
  const isTable = question.control.type === "table";
  return z.object({
    text: isTable ? z.string() : entrySchema<string>(question),
    rows: isTable ? entrySchema<Record<string, string>[]>(question) : z.array(z.record(z.string(), z.string())),
  });
}

function fieldsOf({ control }: Question<unknown>, given: AnswerValue | undefined, draft: Draft | undefined): Fields {
  const entry = draft ? draftEntry(control.type === "table", draft.text) : entryOf(control, given);
  return typeof entry === "string" ? { text: entry, rows: [] } : { text: "", rows: entry.map((row) => ({ ...row })) };
}

/** A draft is one text; the rows of a table are written into it as JSON. */
const draftText = (entry: Entry): string => (typeof entry === "string" ? entry : JSON.stringify(entry));

function draftEntry(isTable: boolean, text: string): Entry {
  if (!isTable) return text;
  try {
    const rows = z.array(z.record(z.string(), z.string())).safeParse(JSON.parse(text));
    return rows.success ? rows.data : [];
  } catch {
    return [];
  }
}

const said = (value: AnswerValue | undefined): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

function labelOf(question: Question<unknown>, value: AnswerValue, names: Readonly<Record<string, string>>): string {
  const { control, short } = question;
  if (control.type === "choice") return `${answerText(control, value, names)} chosen`;
  if (control.type === "table" || control.type === "list" || (control.type === "text" && control.multiline)) return `${short} changed`;
  return `${short}: ${answerText(control, value, names)}`;
}
