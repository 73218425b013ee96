import type { CoreHandle } from '../../ui-handover.ts';
import { h } from '../h.ts';
import { details } from './details-config.ts';
import { readReceipt } from './read-receipt.ts';

function save(receipt: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }));
  h('a', { href: url, download: 'consent-receipt.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** What a visitor needs to ask about a consent later: its id to copy, and a receipt to keep (PRF-007). */
export function consentProof(core: CoreHandle, id: string): HTMLElement {
  const { texts } = details;
  const copy = h(
    'button',
    {
      type: 'button',
      class: 'l',
      'data-avowal-action': 'copy',
      click: () =>
        navigator.clipboard.writeText(id).then(
          () => copy.replaceChildren(texts.copied),
          // Without access to the clipboard the id is selected, ready for the keyboard.
          () => getSelection()?.selectAllChildren(code),
        ),
    },
    texts.copy,
  );
  const code = h('code', {}, id);
  return h(
    'p',
    { class: 's' },
    `${texts.consentId}: `,
    code,
    ' · ',
    copy,
    ' · ',
    h(
      'button',
      {
        type: 'button',
        class: 'l',
        'data-avowal-action': 'receipt',
        click: () => readReceipt(core).then(save),
      },
      texts.receipt,
    ),
  );
}
