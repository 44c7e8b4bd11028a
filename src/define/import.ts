import './source';
import { RfmImport } from '../elements/import/import.element';
import { define } from '../util/define';

define('rfm-import', RfmImport);

export type { RfmImport } from '../elements/import/import.element';
