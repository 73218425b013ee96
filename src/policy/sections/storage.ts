import { paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

const section: PolicySection = {
  id: 'storage',
  order: 20,
  title: ({ storage }) => storage.title,
  write: ({ texts: { storage } }) => [paragraph(storage.cookies), paragraph(storage.others)],
};

export default section;
