import { useQuery } from "@tanstack/react-query";
import { useDocumentTitle } from "../../lib/document-title.ts";
import { planHref } from "../../lib/routes.ts";
import { savedPlansQuery } from "../../lib/storage/queries.ts";
import { chooseTheme, useTheme } from "../../lib/theme.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Mark } from "../../ui/mark.tsx";
import { ThemeButton } from "../../ui/theme-button.tsx";
import { DropZone } from "./drop-zone.tsx";
import { FileButton } from "./file-button.tsx";
import { FileReport } from "./file-report.tsx";
import { GonePlanNote } from "./gone-plan-note.tsx";
import { SavedPlans } from "./saved-plans.tsx";
import styles from "./start-page.module.css";
import { StarterCards } from "./starter-cards.tsx";
import { WhatComes } from "./what-comes.tsx";
import { usePlanOpener } from "./use-open-plan.ts";

/** Where everything begins: a new plan, one that is close to it, one from here, one from a file. */
export function StartPage() {
  useDocumentTitle("Start");
  const theme = useTheme();
  const opener = usePlanOpener();
  const { data: saved, isError } = useQuery(savedPlansQuery);
  const latest = saved?.[0];
  return (
    <DropZone onFile={opener.file}>
      <header className={styles.bar}>
        <span className={styles.product}>
          <Mark />
          Groundplan
        </span>
        <ThemeButton theme={theme} onChoose={chooseTheme} />
      </header>
      <main className={styles.page}>
        <section className={styles.hero}>
          <div className={styles.words}>
            <h1 tabIndex={-1} className={styles.display}>Plan the installation before anyone touches a server</h1>
            <p className={styles.lead}>
              Answer what you know about your site. Groundplan works out every address, record, certificate and firewall row that the Kubermatic
              Kubernetes Platform needs, and says why.
            </p>
            <div className={styles.actions}>
              {latest && (
                <LinkButton kind="primary" size="large" href={planHref(latest.key)} className={styles.continue}>
                  <span className={styles.cut}>Continue with {latest.name}</span>
                  <Icon name="right" />
                </LinkButton>
              )}
              <Button kind={latest ? "secondary" : "primary"} size="large" onClick={opener.empty} aria-disabled={opener.opening !== undefined}>
                Start an empty plan
              </Button>
              <FileButton onFile={opener.file} />
            </div>
            <p className={styles.private}>
              <Icon name="lock" /> Nothing you type leaves this browser. No account, no secrets.
            </p>
            {(isError || saved?.some(({ refused }) => refused)) && <p className={styles.refused}>This browser does not keep data. Save the plan file before you close.</p>}
            <GonePlanNote saved={saved} />
            <FileReport opener={opener} />
          </div>
          <WhatComes />
        </section>
        <StarterCards opener={opener} />
        {saved && saved.length > 0 && <SavedPlans plans={saved} />}
        <footer className={styles.foot}>Facts for KKP 2.28 to 2.31. Every value in a plan links to the document it comes from.</footer>
      </main>
    </DropZone>
  );
}
