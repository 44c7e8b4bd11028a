// Writes the tables of elements in the documents from what was built (npm run build).
import { mkdirSync, writeFileSync } from 'node:fs';
import { documents } from './lib/documents.js';
import { inRoot } from './lib/paths.js';

mkdirSync(inRoot('docs'), { recursive: true });
for (const [path, text] of Object.entries(documents())) writeFileSync(inRoot(path), text);
