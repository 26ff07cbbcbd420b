import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { navigate } from "../lib/hash-location.ts";
import { planHref, START } from "../lib/routes.ts";
import { useSession } from "../lib/session/index.ts";
import { duplicatePlan } from "../lib/storage/saved-plans.ts";
import { chooseTheme, useTheme } from "../lib/theme.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { Menu, MenuItem, MenuLine } from "../ui/menu.tsx";
import { TextDialog } from "../ui/text-dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useSavePlanFile } from "./save-plan-file.ts";
import styles from "./top-bar.module.css";

interface PlanMenuProps {
  /** On phones the menu also holds what the bar has no room for. */
  readonly narrow: boolean;
  readonly onExport: () => void;
  readonly onShowKeys: () => void;
}

/** The plan's name; opens what can be done with the plan as a whole. */
export function PlanMenu({ narrow, onExport, onShowKeys }: PlanMenuProps) {
  const { planKey, name, rename, readOnly, canUndo, canRedo, undo, redo } = useSession();
  const [renaming, setRenaming] = useState(false);
  const toast = useToast();
  const theme = useTheme();
  const nextTheme = theme === "dark" ? "light" : "dark";
  const save = useSavePlanFile();
  const duplicate = useMutation({
    mutationFn: () => duplicatePlan(planKey),
    onSuccess: (copy) => {
      if (copy !== undefined) navigate(planHref(copy));
      toast({ text: copy === undefined ? "This browser keeps nothing of this plan, so it cannot be copied." : "You are in the copy now." });
    },
    onError: ({ message }) => toast({ text: `The plan could not be copied. ${message}` }),
  });
  return (
    <>
      {narrow && <span className={styles.name}>{name}</span>}
      <Menu
        label="Plan"
        trigger={
          narrow ? (
            <Button kind="quiet" square aria-label={`Menu of the plan ${name}`}>
              <Icon name="menu" />
            </Button>
          ) : (
            <Button kind="quiet" className={styles.nameButton}>
              <span className={styles.name}>{name}</span>
              <Icon name="down" />
            </Button>
          )
        }
      >
        {narrow && (
          <>
            <MenuItem icon={<Icon name="download" />} onSelect={onExport}>Export</MenuItem>
            <MenuItem icon={<Icon name="undo" />} disabled={!canUndo} onSelect={undo}>Undo</MenuItem>
            <MenuItem icon={<Icon name="redo" />} disabled={!canRedo} onSelect={redo}>Redo</MenuItem>
            <MenuItem icon={<Icon name={nextTheme === "light" ? "sun" : "moon"} />} onSelect={() => chooseTheme(nextTheme)}>Use the {nextTheme} scheme</MenuItem>
            <MenuLine />
          </>
        )}
        <MenuItem disabled={readOnly} onSelect={() => setRenaming(true)}>Rename the plan</MenuItem>
        <MenuItem onSelect={() => duplicate.mutate()}>Duplicate the plan</MenuItem>
        <MenuItem keys="Ctrl S" onSelect={save}>Save the plan file</MenuItem>
        <MenuItem keys="?" onSelect={onShowKeys}>Show the keys</MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => navigate(START)}>Close the plan</MenuItem>
      </Menu>
      <TextDialog open={renaming} onClose={() => setRenaming(false)} title="Rename the plan" label="Name on this device" initial={name} action="Rename the plan" onDone={rename} />
    </>
  );
}
