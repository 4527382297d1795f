-- On a server with Citus, spreads what organisations file over its nodes by organisation; what everybody
-- joins with is copied to each node. Elsewhere it does nothing. Citus runs no triggers on distributed
-- tables: there, verify alone guards what must not change. Not tested here, for no Citus was at hand.

do $$
declare
  named text;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  foreach named in array array['returns', 'return_states', 'history', 'seals'] loop
    execute format('drop trigger immutable on %I', named);
  end loop;
  foreach named in array array['organisations', 'cycles', 'breaks', 'lineage', 'chain_heads', 'seals'] loop
    execute format('select create_reference_table(%L)', named);
  end loop;
  execute 'select create_distributed_table(''returns'', ''organisation'')';
  foreach named in array array['return_states', 'return_heads', 'facts', 'register_rows', 'sum_deltas', 'history'] loop
    execute format('select create_distributed_table(%L, ''organisation'', colocate_with => ''returns'')', named);
  end loop;
  execute 'select create_distributed_table(''sums'', ''ancestor'')';
end
$$;
