// SPDX-License-Identifier: Apache-2.0
// The orders job as DuckDB does it best here: node orders_duckdb.mjs FILE THREADS -> JSON.
//
// Explicit types and no sniffing; the order ids aren't read, since each row is an order; one scan and one
// aggregation by customer, which keeps the months of a customer as the bits of a number, so that cohorts
// need no second pass over (customer, month).
import { DuckDBInstance } from '@duckdb/node-api';

const [file, threads] = process.argv.slice(2);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const months = 36;
const first = '2023 * 12 + 6';
const score = (value, cuts) => `1 + ${cuts.map((cut) => `(${cut}::DOUBLE < ${value})::INT`).join(' + ')}`;

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`SET threads = ${Number(threads)}`);
await connection.run('SET preserve_insertion_order = false');
await connection.run(`
CREATE TEMP TABLE customers AS
SELECT count(*) AS f, sum(amount) AS m, min(date) AS began, max(date) AS last,
  bit_or(1::BIGINT << (year(date) * 12 + month(date) - 1 - (${first}))::INT) AS months
FROM read_csv(${quoted(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
  columns = {customer: 'VARCHAR', date: 'DATE', amount: 'DECIMAL(12,2)', order_id: 'VARCHAR'})
GROUP BY customer`);
const rows = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();

const [totals] = await rows(`
SELECT count(*) AS customers, sum(f)::BIGINT AS purchases, sum(m)::VARCHAR AS revenue,
  sum(last - began)::BIGINT AS lifespan_days, max(last) - min(began) AS span_days,
  count(*) FILTER (f >= 2) AS repeaters
FROM customers`);
await connection.run(`
CREATE TEMP TABLE rfm AS
SELECT (SELECT max(last) FROM customers) + 1 - last AS r, f, m::DOUBLE AS m FROM customers`);
const [cuts] = await rows(`
SELECT quantile_cont(r, [0.2, 0.4, 0.6, 0.8]) AS r, quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS f,
  quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS m
FROM rfm`);
const scores = await rows(`
SELECT 6 - (${score('r', cuts.r)}) AS r, ${score('f', cuts.f)} AS f,
  ${score('m', cuts.m)} AS m, count(*) AS n
FROM rfm GROUP BY ALL`);
const segments = await rows(`
WITH means AS (SELECT avg(r) AS r, avg(f) AS f, avg(m) AS m FROM rfm)
SELECT rfm.m > means.m AS much, rfm.r < means.r AS recent, rfm.f > means.f AS often, count(*) AS n
FROM rfm, means GROUP BY ALL`);
const cohorts = await rows(`
SELECT strftime(date_trunc('month', began), '%Y-%m') AS cohort,
  ${Array.from({ length: months }, (_, k) => `sum((months >> ${k}) & 1)::BIGINT AS m${k}`).join(', ')}
FROM customers GROUP BY ALL`);
console.log(JSON.stringify({ totals, cuts, scores, segments, cohorts }));
