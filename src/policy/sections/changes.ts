import { formatDate } from '../format-date.ts';
import { paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';
import { policyVersion } from '../policy-version.ts';

const section: PolicySection = {
  id: 'changes',
  order: 90,
  title: ({ changes }) => changes.title,
  write: ({ input, locale, texts: { changes } }) => [
    paragraph(changes.body),
    {
      type: 'facts',
      items: [
        [changes.updated, [formatDate(input.updatedAt, locale)]],
        [changes.scanned, [input.scannedAt ? formatDate(input.scannedAt, locale) : changes.notScanned]],
        [changes.version, [{ type: 'code', text: policyVersion(input.configHash) }]],
      ],
    },
  ],
};

export default section;
