#!/usr/bin/env bash
# What PostgreSQL's own figures say of the server's database: what is slow, not used, grown, and how it is read.
#   scripts/database-report.sh [statements|indexes|bloat|plans|connections|all] [--database NAME] [--limit N]
#                              [--keep FILE | --compare FILE]
#     --database  its name there (filmtracker)
#     --limit     lines of each list (10)
#     --keep      writes the plans of the slowest statements to a file
#     --compare   says which of them PostgreSQL would carry out otherwise today
# Only reads, in transactions that cannot write; plans are made and not carried out. Statements are shown without
# their values. What a section needs and is not there is said so: statements and plans need pg_stat_statements
# (docs/operations.md). Exit code: 0 reported, 1 not, 2 not understood, 4 a plan is another one than was kept.
set -euo pipefail
scripts=$(dirname "$(readlink -f "$0")")
. "$scripts/lib/operations.sh"

what=all
database=filmtracker
limit=10
keep=
compare=
while (($#)); do
    case $1 in
        statements | indexes | bloat | plans | connections | all) what=$1 ;;
        --database) database=${2:?--database needs a name}; shift ;;
        --limit) limit=${2:?--limit needs a number}; shift ;;
        --keep) keep=${2:?--keep needs a file}; shift ;;
        --compare) compare=${2:?--compare needs a file}; shift ;;
        *) common_option "$1" || misuse "I do not know $1" ;;
    esac
    shift
done
[[ $limit =~ ^[1-9][0-9]*$ ]] || misuse "--limit needs a number"
[[ -z $keep || -z $compare ]] || misuse "either --keep or --compare"
[[ -z $compare || -r $compare ]] || misuse "\"$compare\" cannot be read"
load_environment
# A report must not be what makes a database slow.
export PGOPTIONS='-c default_transaction_read_only=on -c statement_timeout=30s -c lock_timeout=2s' PGCONNECT_TIMEOUT=5
ask_database 'SELECT 1' "$database" >/dev/null || die "there is no database $database on $FILM_PG_SOCKET:$FILM_PG_PORT"

wants() { [[ $what == "$1" || $what == all ]]; }
unseen() { printf '  not seen: %s\n\n' "$1"; }
# list TITLE SQL
list() {
    printf '%s\n' "$1"
    as_postgres "$FILM_PG_BIN/psql" -Xq -P pager=off -P footer=off -P border=1 -h "$FILM_PG_SOCKET" -p "$FILM_PG_PORT" \
        -U "$FILM_PG_SUPERUSER" -d "$database" -v ON_ERROR_STOP=1 -c "$2"
    echo
}
# It may be installed in another schema, and its library not be loaded: then each question is an error.
statements_why=
if ! ask_database 'SELECT count(*) FROM pg_stat_statements' "$database" >/dev/null 2>&1; then
    statements_why="update-db-config.sh shared_preload_libraries=pg_stat_statements, a restart, and CREATE EXTENSION pg_stat_statements in $database"
fi
# Of utility statements PostgreSQL 15 keeps the values, a new password among them: only what has none left.
readonly plannable="dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query ~* '^\\s*(PREPARE\\s|SELECT\\s|INSERT\\s|UPDATE\\s|DELETE\\s|WITH\\s)' AND query !~ 'pg_(stat|prepared|settings|extension)'"

if wants statements; then
    if [[ -n $statements_why ]]; then
        echo "Slowest statements"
        unseen "$statements_why"
    else
        list "Slowest statements, by all of their time" "
            SELECT round(total_exec_time) AS ms, calls, round(mean_exec_time::numeric, 2) AS mean_ms, round(max_exec_time) AS max_ms, rows,
                   round(100.0 * shared_blks_hit / nullif(shared_blks_hit + shared_blks_read, 0), 1) AS memory_percent,
                   left(regexp_replace(regexp_replace(query, '^\\s*PREPARE \\S+( \\(.*?\\))? AS ', ''), '\\s+', ' ', 'g'), 110) AS statement
            FROM pg_stat_statements WHERE $plannable ORDER BY total_exec_time DESC LIMIT $limit"
    fi
fi
if wants indexes; then
    list "Indexes that nobody has used since $(ask_database "SELECT COALESCE(to_char(stats_reset, 'YYYY-MM-DD'), 'the beginning') FROM pg_stat_database WHERE datname = current_database()" "$database") (but those that keep something unique)" "
        SELECT s.relname AS table, s.indexrelname AS index, pg_size_pretty(pg_relation_size(s.indexrelid)) AS size
        FROM pg_stat_user_indexes s JOIN pg_index i USING (indexrelid)
        WHERE s.idx_scan = 0 AND NOT i.indisunique ORDER BY pg_relation_size(s.indexrelid) DESC, 2 LIMIT $limit"
    list "Indexes whose columns begin another one's" "
        SELECT a.indrelid::regclass AS table, a.indexrelid::regclass AS index, b.indexrelid::regclass AS is_in, pg_size_pretty(pg_relation_size(a.indexrelid)) AS size
        FROM pg_index a JOIN pg_index b ON a.indrelid = b.indrelid AND a.indexrelid <> b.indexrelid
        JOIN pg_stat_user_tables t ON t.relid = a.indrelid
        WHERE NOT a.indisunique AND a.indpred IS NULL AND b.indpred IS NULL AND a.indexprs IS NULL AND b.indexprs IS NULL
              AND b.indkey::text LIKE a.indkey::text || ' %' ORDER BY pg_relation_size(a.indexrelid) DESC LIMIT $limit"
    list "Large tables that are read from end to end" "
        SELECT relname AS table, n_live_tup AS rows, seq_scan AS times, seq_tup_read / seq_scan AS rows_each, COALESCE(idx_scan, 0) AS by_index
        FROM pg_stat_user_tables WHERE seq_scan > 0 AND n_live_tup > 10000 AND seq_tup_read / seq_scan > n_live_tup / 2
        ORDER BY seq_tup_read DESC LIMIT $limit"
fi
if wants bloat; then
    list "Tables: dead rows, and when they were cleared away" "
        SELECT t.relname AS table, pg_size_pretty(pg_total_relation_size(relid)) AS size, n_live_tup AS live, n_dead_tup AS dead,
               round(100.0 * n_dead_tup / nullif(n_live_tup + n_dead_tup, 0), 1) AS dead_percent,
               COALESCE(to_char(greatest(last_autovacuum, last_vacuum), 'MM-DD HH24:MI'), 'never') AS cleared,
               COALESCE(to_char(greatest(last_autoanalyze, last_analyze), 'MM-DD HH24:MI'), 'never') AS analyzed,
               age(relfrozenxid) AS transactions_old
        FROM pg_stat_user_tables t JOIN pg_class c ON c.oid = t.relid
        ORDER BY n_dead_tup DESC, pg_total_relation_size(relid) DESC LIMIT $limit"
    # Reads every page of them, so only where somebody has wanted that.
    if [[ $(ask_database "SELECT count(*) FROM pg_extension WHERE extname = 'pgstattuple'" "$database") == 1 ]]; then
        list "Indexes: how full their pages are (90 is new; below 50 REINDEX INDEX CONCURRENTLY gives half of it back)" "
            SELECT s.relname AS table, s.indexrelname AS index, pg_size_pretty(pg_relation_size(s.indexrelid)) AS size, p.avg_leaf_density AS full_percent
            FROM (SELECT u.* FROM pg_stat_user_indexes u JOIN pg_class c ON c.oid = u.indexrelid JOIN pg_am m ON m.oid = c.relam
                  WHERE m.amname = 'btree' AND c.relpages > 1 ORDER BY c.relpages DESC LIMIT $limit) s, LATERAL pgstatindex(s.indexrelid) p
            ORDER BY p.avg_leaf_density"
    else
        echo "Indexes: how full their pages are"
        unseen "CREATE EXTENSION pgstattuple in $database"
    fi
fi
if wants connections; then
    list "Connections, of $(ask_database 'SHOW max_connections')" "
        SELECT usename AS role, COALESCE(nullif(application_name, ''), '-') AS program, state, count(*), date_trunc('second', max(now() - state_change)) AS longest
        FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT $limit"
    list "The database: what memory had, what was given up, what spilled" "
        SELECT pg_size_pretty(pg_database_size(datname)) AS size, round(100.0 * blks_hit / nullif(blks_hit + blks_read, 0), 2) AS memory_percent,
               xact_commit AS commits, xact_rollback AS rollbacks, deadlocks, temp_files, pg_size_pretty(temp_bytes) AS temp
        FROM pg_stat_database WHERE datname = current_database()"
fi

# plans_of JSON: of an array of statements an object with the plan of each, for any values, as PostgreSQL would take
# it after the fifth time; without those that it cannot tell without their values. All in one session.
plans_of() {
    as_postgres env PGOPTIONS="$PGOPTIONS -c plan_cache_mode=force_generic_plan" "$FILM_PG_BIN/psql" -XAtq \
        -h "$FILM_PG_SOCKET" -p "$FILM_PG_PORT" -U "$FILM_PG_SUPERUSER" -d "$database" -v ON_ERROR_STOP=1 -f - <<SQL
SELECT \$film\$$1\$film\$ AS said \gset
SELECT set_config('film.said', :'said', false) \g /dev/null
DO \$\$
DECLARE
    plans jsonb := '{}';
    statement text;
    types int;
    line text;
    plan text;
BEGIN
    FOR statement IN SELECT jsonb_array_elements_text(current_setting('film.said')::jsonb) LOOP
        BEGIN
            -- The types of \$1, \$2 … are the statement's own; a plan for any values does not look at those that are given.
            EXECUTE 'PREPARE film_report AS ' || statement;
            SELECT cardinality(parameter_types) INTO types FROM pg_prepared_statements WHERE name = 'film_report';
            plan := NULL;
            FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) EXECUTE film_report'
                    || CASE WHEN types > 0 THEN '(' || rtrim(repeat('NULL,', types), ',') || ')' ELSE '' END LOOP
                plan := concat_ws(E'\n', plan, line);
            END LOOP;
            plans := plans || jsonb_build_object(statement, plan);
        EXCEPTION WHEN OTHERS THEN
            NULL; -- not without its values, or not any more
        END;
        IF EXISTS (SELECT FROM pg_prepared_statements WHERE name = 'film_report') THEN
            DEALLOCATE film_report;
        END IF;
    END LOOP;
    PERFORM set_config('film.plans', plans::text, false);
END \$\$;
SELECT current_setting('film.plans');
SQL
}
if { wants plans || [[ -n $keep$compare ]]; } && [[ -n $statements_why ]]; then
    [[ -z $keep$compare ]] || die "no plans: $statements_why"
    echo "Plans of the slowest statements"
    unseen "$statements_why"
elif wants plans || [[ -n $keep$compare ]]; then
    # A statement is known by its text: its number at PostgreSQL's changes with the database.
    if [[ -n $compare ]]; then
        statements=$(jq -ce 'if type == "object" and length > 0 then keys else error end' "$compare" 2>/dev/null) ||
            die "$compare is no file of --keep"
    else
        statements=$(ask_database "
            SELECT COALESCE(json_agg(statement), '[]') FROM (
                SELECT regexp_replace(query, '^\\s*PREPARE \\S+( \\(.*?\\))? AS ', '') AS statement, sum(total_exec_time) AS spent
                FROM pg_stat_statements WHERE $plannable GROUP BY 1 ORDER BY 2 DESC LIMIT $limit) s" "$database")
    fi
    plans=$(plans_of "$statements") || die "the plans could not be made"
    readonly brief='def brief: gsub("\\s+"; " ")[:110]; def inner: "      " + gsub("\n"; "\n      ");'
    if [[ -n $keep ]]; then
        [[ $plans != "{}" ]] || die "there is no plan to be kept"
        jq . <<<"$plans" | write_file "$keep"
        say "$(jq length "$keep") plans in $keep"
    elif [[ -n $compare ]]; then
        # One that is not there any more is another one, too: its table or column is gone.
        others=$(jq -c --argjson now "$plans" 'with_entries(select(.value != $now[.key]))' "$compare")
        jq -r --argjson now "$plans" "$brief"'to_entries[] |
            "  ANOTHER PLAN: \(.key | brief)\n    before:\n\(.value | inner)\n    now:\n\($now[.key] // "none" | inner)"' <<<"$others"
        say "$(jq length <<<"$others") of $(jq length <<<"$statements") plans are others"
        [[ $others == "{}" ]] || exit 4
    else
        echo "Plans of the slowest statements"
        jq -r --argjson order "$statements" "$brief"'. as $plans | $order[] | select($plans[.]) | "  \(brief)\n\($plans[.] | inner)"' <<<"$plans"
        unknown=$(($(jq length <<<"$statements") - $(jq length <<<"$plans")))
        ((unknown == 0)) || echo "  of $unknown PostgreSQL cannot say it without their values"
        echo
    fi
fi
