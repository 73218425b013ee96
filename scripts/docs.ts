// npm run docs: writes the pages that units describe themselves on. With --check only compares.
import './audit-docs.ts';
import './service-docs.ts';
import './cli-docs.ts';
import './config-docs.ts';
import './error-docs.ts';
import './locale-docs.ts';
import './performance-docs.ts';
import './rule-docs.ts';
import './signal-docs.ts';
import './blocking-docs.ts';
