import './source';
import { RfmMigration } from '../elements/migration/migration.element';
import { define } from '../util/define';

define('rfm-migration', RfmMigration);

export type { RfmMigration } from '../elements/migration/migration.element';
