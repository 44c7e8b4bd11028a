/** The sample data and how they are read. */
export const SAMPLES = {
  cdnow: {
    src: 'data/cdnow_master.csv',
    customer: 'customer_id',
    date: 'date',
    amount: 'amount',
    currency: 'USD',
  },
  retail: {
    src: 'data/online_retail.csv.gz',
    customer: 'CustomerID',
    date: 'InvoiceDate',
    amount: 'Quantity*UnitPrice',
    order: 'InvoiceNo',
    dimensions: 'Country',
    currency: 'GBP',
  },
  adventure: {
    src: 'data/adventureworks.csv.gz',
    customer: 'CustomerKey',
    date: 'OrderDate',
    amount: 'revenue',
    order: 'OrderNumber',
    profit: 'profit',
    dimensions: 'ProductKey',
    currency: 'USD',
  },
  journey: {
    src: 'data/completejourney.csv.gz',
    customer: 'household_id',
    date: 'transaction_timestamp',
    amount: 'sales_value',
    order: 'basket_id',
    dimensions: 'store_id',
    currency: 'USD',
  },
};

export const isSample = (key) => key !== null && Object.hasOwn(SAMPLES, key);

/** What a sample begins with: whatever was set for the file before is taken back. */
export const UNSET = Object.fromEntries(
  [
    'data',
    ...['customer', 'date', 'amount', 'order', 'profit', 'dimensions'],
    ...['header', 'encoding', 'delimiter', 'decimal', 'dateFormat', 'sheet', 'currency'],
  ].map((name) => [name, null]),
);
