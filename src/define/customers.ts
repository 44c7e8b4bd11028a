import './source';
import { RfmCustomers } from '../elements/customers/customers.element';
import { define } from '../util/define';

define('rfm-customers', RfmCustomers);

export type { RfmCustomers } from '../elements/customers/customers.element';
