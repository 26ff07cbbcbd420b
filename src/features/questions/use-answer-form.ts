import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useRef } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import * as z from "zod";
import type { AnswerValue, Control, Question, SubjectNames } from "../../engine/index.ts";
import { useAnswer, useSession, type Typing } from "../../lib/session/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";
import { entrySchema, readEntry, type Entry } from "../../plan-ui/entry.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { draftText, fieldsOf, type Fields } from "./draft-fields.ts";

/** Rest after which malformed text is called so, in milliseconds. */
const REST = 800;

/** Controls into which people type, so that strokes come one by one. */
const TYPED = new Set<Control["type"]>(["text", "integer", "address", "block", "range", "list", "table", "date"]);

export interface AnswerForm {
  readonly form: UseFormReturn<Fields, unknown, z.output<ReturnType<typeof schemaOf>>>;
  /** Call after every change of a field: keeps what stands there as the answer or as a draft, and waits with complaints. */
  readonly changed: () => void;
  /** Call when a field is left: complains at once. */
  readonly settle: () => void;
}

/**
 * The form of one question. Text that can be read becomes the answer on every change. Text that cannot is kept as a draft
 * on every change, and called so when the field is left or rests; text that looks like a secret is taken out and kept
 * nowhere.
 */
export function useAnswerForm({ question, path }: Asked): AnswerForm {
  const { plan, answer, setDraft } = useSession();
  const { given, draft } = useAnswer(path);
  const { control } = question;
  const resolver = useMemo(() => zodResolver(schemaOf(question)), [question]);
  const form = useForm({ resolver, defaultValues: fieldsOf(question, given, draft), shouldFocusError: false });
  /** Answer and draft that the fields show. */
  const shown = useRef({ answer: said(given), draft: draft?.text });
  const typing = useRef<Typing>("first");
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = (): Entry => (control.type === "table" ? form.getValues("rows") : form.getValues("text"));

  const settle = () => {
    typing.current = "first";
    clearTimeout(resting.current);
    if (shown.current.draft !== undefined) void form.trigger();
  };

  const keepDraft = (error: string) => {
    const text = draftText(typed());
    shown.current.draft = text;
    setDraft(path, { text, error });
    resting.current = setTimeout(() => void form.trigger(), REST);
  };

  const takeOut = (error: string) => {
    shown.current.draft = undefined;
    setDraft(path, undefined);
    form.reset(fieldsOf(question, given, undefined));
    form.setError("text", { message: error });
  };

  const commit = (value: AnswerValue | undefined) => {
    form.clearErrors();
    if (shown.current.draft !== undefined) setDraft(path, undefined);
    shown.current.draft = undefined;
    if (said(value) === shown.current.answer) return;
    shown.current.answer = said(value);
    answer(path, value, value === undefined ? `${question.short} taken away` : labelOf(question, value, plan.project.names), TYPED.has(control.type) ? typing.current : undefined);
    typing.current = "continues";
  };

  const changed = () => {
    clearTimeout(resting.current);
    const reading = readEntry(question, typed());
    if (reading.kind !== "malformed") commit(reading.kind === "value" ? reading.value : undefined);
    else if (reading.secret) takeOut(reading.error);
    else keepDraft(reading.error);
  };

  // Undo, a fix or another tab changed the answer or its draft: the fields follow.
  useEffect(() => {
    if (said(given) === shown.current.answer && draft?.text === shown.current.draft) return;
    shown.current = { answer: said(given), draft: draft?.text };
    typing.current = "first";
    clearTimeout(resting.current);
    form.reset(fieldsOf(question, given, draft));
    if (draft) void form.trigger();
  }, [form, given, draft, question]);

  // A draft comes back with its error.
  const startsWithDraft = useRef(draft !== undefined);
  useEffect(() => {
    if (startsWithDraft.current) void form.trigger();
    return () => clearTimeout(resting.current);
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

const said = (value: AnswerValue | undefined): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

function labelOf(question: Question<unknown>, value: AnswerValue, names: SubjectNames): string {
  const { control, short } = question;
  if (control.type === "choice") return `${answerText(control, value, names)} chosen`;
  if (control.type === "table" || control.type === "list" || (control.type === "text" && control.multiline)) return `${short} changed`;
  return `${short}: ${answerText(control, value, names)}`;
}
