import { useRef, useState } from "react";
import { looksLikeSecret, TEAMS } from "../../engine/index.ts";
import { useSession, type Typing } from "../../lib/session/index.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** Longest name that a plan file takes for who will know. */
const MAX_OWNER = 200;

/** Value of the last entry; no name has a line break. */
const OTHER = "\n";

interface OpenOwnerProps {
  readonly owner: string;
  readonly onChange: (owner: string, typing?: Typing) => void;
}

/** Who will know: a team, a contact of the plan, or anybody by name. */
export function OpenOwner({ owner, onChange }: OpenOwnerProps) {
  const { plan, readOnly } = useSession();
  const { contacts } = plan.project;
  const isListed = owner === "" || Object.hasOwn(TEAMS, owner) || contacts.some(({ name }) => name === owner);
  const [other, setOther] = useState(!isListed);
  const byName = other || !isListed;
  const choose = (chosen: string) => {
    setOther(chosen === OTHER);
    if (chosen !== OTHER) onChange(chosen);
  };
  return (
    <>
      <SelectField label="Who will know?" disabled={readOnly} value={byName ? OTHER : owner} onChange={(event) => choose(event.target.value)}>
        <option value="">Nobody named yet</option>
        <optgroup label="Teams">
          {Object.entries(TEAMS).map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </optgroup>
        {contacts.length > 0 && (
          <optgroup label="Contacts of this plan">
            {contacts.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        <option value={OTHER}>Somebody else, by name</option>
      </SelectField>
      {byName && <OwnerName initial={isListed ? "" : owner} readOnly={readOnly} onChange={onChange} />}
    </>
  );
}

function OwnerName({ initial, readOnly, onChange }: { readonly initial: string; readonly readOnly: boolean; readonly onChange: OpenOwnerProps["onChange"] }) {
  const [text, setText] = useState(initial);
  const typing = useRef<Typing>("first");
  const isSecret = looksLikeSecret(text);
  const type = (next: string) => {
    setText(next);
    if (looksLikeSecret(next)) return;
    onChange(next.trim(), typing.current);
    typing.current = "continues";
  };
  return (
    <TextField
      small
      label="Name"
      readOnly={readOnly}
      maxLength={MAX_OWNER}
      value={text}
      error={isSecret && "This looks like a secret. It was not kept. Write a name instead."}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        typing.current = "first";
        if (isSecret) setText("");
      }}
    />
  );
}
