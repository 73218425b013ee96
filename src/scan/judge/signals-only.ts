import type { PageSignals } from '../../model/consent-signal.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Judgement } from '../audit.ts';

/** Judges what pages told others, or says why there is nothing to judge. */
export function signalsOnly(
  inventory: Inventory,
  judge: (pages: readonly PageSignals[]) => readonly Judgement[],
  nothing = 'No page told anybody about the answer in a way that is understood.',
): readonly Judgement[] {
  const { signals, finishedAt } = inventory;
  const inapplicable = (message: string, text: string): Judgement => ({
    verdict: 'inapplicable',
    subject: 'consent signals',
    message,
    evidence: [{ text }],
  });
  if (!signals)
    return [
      inapplicable(
        'This scan did not look for consent signals: scan the site again.',
        `scan of ${finishedAt}, from before they were gathered`,
      ),
    ];
  const judgements = judge(signals);
  if (judgements.length > 0) return judgements;
  return [inapplicable(nothing, `consent signals on ${signals.length} page visits`)];
}
