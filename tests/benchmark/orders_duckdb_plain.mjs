// SPDX-License-Identifier: Apache-2.0
// The orders job in SQL as one writes it first: node orders_duckdb_plain.mjs FILE THREADS -> JSON, as
// orders_duckdb.mjs gives it. Explicit types; the file is read once, into a table; then one query for
// each thing that is asked: customers, quantiles, scores, segments, and cohorts by customer and month.
import { DuckDBInstance } from '@duckdb/node-api';

const [file, threads] = process.argv.slice(2);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const months = 36;

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`SET threads = ${Number(threads)}`);
await connection.run(`
CREATE TABLE orders AS
SELECT * FROM read_csv(${quoted(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
  columns = {customer: 'VARCHAR', date: 'DATE', amount: 'DECIMAL(12,2)', order_id: 'VARCHAR'})`);
await connection.run(`
CREATE TABLE customers AS
SELECT customer, count(DISTINCT order_id) AS f, sum(amount) AS m, min(date) AS began, max(date) AS last
FROM orders GROUP BY customer`);
const rows = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();

const [totals] = await rows(`
SELECT count(*) AS customers, sum(f)::BIGINT AS purchases, sum(m)::VARCHAR AS revenue,
  sum(last - began)::BIGINT AS lifespan_days, max(last) - min(began) AS span_days,
  count(*) FILTER (f >= 2) AS repeaters
FROM customers`);
await connection.run(`
CREATE TABLE rfm AS
SELECT (SELECT max(last) FROM customers) + 1 - last AS r, f, m::DOUBLE AS m FROM customers`);
const [cuts] = await rows(`
SELECT quantile_cont(r, [0.2, 0.4, 0.6, 0.8]) AS r, quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS f,
  quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS m
FROM rfm`);
const score = (value) => `1 + ${cuts[value].map((cut) => `(${cut}::DOUBLE < ${value})::INT`).join(' + ')}`;
const scores = await rows(`
SELECT 6 - (${score('r')}) AS r, ${score('f')} AS f, ${score('m')} AS m, count(*) AS n FROM rfm GROUP BY ALL`);
const segments = await rows(`
WITH means AS (SELECT avg(r) AS r, avg(f) AS f, avg(m) AS m FROM rfm)
SELECT rfm.m > means.m AS much, rfm.r < means.r AS recent, rfm.f > means.f AS often, count(*) AS n
FROM rfm, means GROUP BY ALL`);
const active = await rows(`
SELECT strftime(date_trunc('month', began), '%Y-%m') AS cohort,
  ((year(date) - 2023) * 12 + month(date) - 7)::INT AS month, count(DISTINCT orders.customer) AS n
FROM orders JOIN customers USING (customer) GROUP BY ALL`);

const cohorts = new Map();
for (const { cohort, month, n } of active) {
  if (!cohorts.has(cohort)) {
    const empty = Object.fromEntries(Array.from({ length: months }, (_, k) => [`m${k}`, 0]));
    cohorts.set(cohort, { cohort, ...empty });
  }
  cohorts.get(cohort)[`m${month}`] = n;
}
console.log(JSON.stringify({ totals, cuts, scores, segments, cohorts: [...cohorts.values()] }));
