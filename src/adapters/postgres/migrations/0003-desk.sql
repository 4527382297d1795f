-- The desk: what people work on before a version is filed and around it (working copies, confirmations,
-- signatures, remarks, evidence, corrections, reminders), and their accounts. Unlike returns, most of it
-- changes; what was done is told in `acts`, and the acts that matter are chained in `history` too.

-- Accounts: the tables and column names of better-auth 1.7, with our own columns at the end -----------

create table "user" (
  "id"              text primary key,
  "name"            text not null,
  "email"           text not null unique,
  "emailVerified"   boolean not null,
  "image"           text,
  "createdAt"       timestamptz not null default now(),
  "updatedAt"       timestamptz not null default now(),
  "username"        text unique,
  "displayUsername" text,
  "role"            text not null check ("role" in ('clerk', 'departmentHead', 'head', 'reviewer', 'editor', 'leader', 'administrator', 'reader')),
  "organisation"    text not null references organisations,
  "ledgers"         text,                            -- JSON list of ledger codes; null: all of the organisation's
  "disabled"        boolean not null default false,
  "mustChange"      boolean not null default false,  -- the password was given by somebody else
  "failures"        integer not null default 0,      -- wrong passwords in a row
  "lockedUntil"     timestamptz,
  "lastSignIn"      timestamptz
);
create index user_by_organisation on "user" ("organisation");

create table "session" (
  "id"        text primary key,
  "expiresAt" timestamptz not null,
  "token"     text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId"    text not null references "user" on delete cascade
);
create index session_by_user on "session" ("userId");

create table "account" (
  "id"                    text primary key,
  "accountId"             text not null,
  "providerId"            text not null,
  "userId"                text not null references "user" on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope"                 text,
  "password"              text,
  "createdAt"             timestamptz not null default now(),
  "updatedAt"             timestamptz not null default now()
);
create index account_by_user on "account" ("userId");

create table "verification" (
  "id"         text primary key,
  "identifier" text not null,
  "value"      text not null,
  "expiresAt"  timestamptz not null,
  "createdAt"  timestamptz not null default now(),
  "updatedAt"  timestamptz not null default now()
);

-- Settings of this installation: the secret that signs session cookies, the mail server.
create table settings (
  name  text primary key,
  value jsonb not null
);

-- Working copies -----------------------------------------------------------------------------------

-- Of each return, the newest sequence, and the one up to which its newest version has taken the slots.
create table working_heads (
  organisation text not null references organisations,
  year         integer not null,
  sequence     bigint not null,
  applied      bigint not null,
  primary key (organisation, year)
);

-- What stands in a slot since it was edited here; revision is the return's sequence at that edit.
create table working_slots (
  organisation text not null,
  year         integer not null,
  slot         text not null,
  content      jsonb,
  revision     bigint not null,
  actor        text not null,
  name         text not null,
  at           text not null,
  primary key (organisation, year, slot),
  foreign key (organisation, year) references working_heads
);
create index working_slots_by_revision on working_slots (organisation, year, revision);

-- Every edit ever taken, by the client's own id, so that sending it again changes nothing.
create table working_edits (
  organisation text not null,
  year         integer not null,
  edit         uuid not null,
  slot         text not null,
  revision     bigint not null,
  before       jsonb,
  after        jsonb,
  actor        text not null,
  name         text not null,
  at           text not null,
  primary key (organisation, year, edit)
);
create index working_edits_by_slot on working_edits (organisation, year, slot, revision);

-- An upload that was shown and not taken yet.
create table working_previews (
  organisation text not null references organisations,
  year         integer not null,
  id           uuid not null,
  actor        text not null,
  edits        jsonb not null,
  at           text not null,
  primary key (organisation, id)
);

create table confirmations (
  organisation text not null references organisations,
  year         integer not null,
  ledger       text not null,
  actor        text not null,
  name         text not null,
  at           text not null,
  primary key (organisation, year, ledger)
);

create table signatures (
  organisation text not null,
  year         integer not null,
  version      integer not null,
  hash         text not null,
  actor        text not null,
  name         text not null,
  at           text not null,
  primary key (organisation, year, version),
  foreign key (organisation, year, version) references returns
);

-- The slots to which a return was given back, with the reviewer's reason; none: all of it.
create table requested_slots (
  organisation text not null,
  year         integer not null,
  version      integer not null,
  slot         text not null,
  reason       text not null,
  primary key (organisation, year, version, slot),
  foreign key (organisation, year, version) references returns
);

-- Around it ----------------------------------------------------------------------------------------

create table comments (
  organisation  text not null references organisations,
  year          integer not null,
  id            uuid not null,
  slot          text not null,
  thread        uuid,
  actor         text not null,
  name          text not null,
  role          text not null,
  at            text not null,
  body          text not null,
  resolved_name text,
  resolved_at   text,
  primary key (organisation, id)
);
create index comments_by_return on comments (organisation, year);

create table corrections (
  organisation    text not null references organisations,
  year            integer not null,
  id              uuid not null,
  slot            text not null,
  before          jsonb,
  after           jsonb,
  reason          text not null,
  state           text not null check (state in ('requested', 'granted', 'refused')),
  actor           text not null,
  name            text not null,
  at              text not null,
  decided_name    text,
  decided_at      text,
  decided_reason  text,
  primary key (organisation, id)
);
create index corrections_by_year on corrections (year);

-- Content by its SHA-256, once per organisation; what is attached where.
create table evidence_contents (
  organisation text not null references organisations,
  hash         text not null,
  content      bytea not null,
  primary key (organisation, hash)
);
create table evidence (
  organisation text not null,
  year         integer not null,
  id           uuid not null,
  place        text not null,
  name         text not null,
  type         text not null,
  size         integer not null,
  hash         text not null,
  actor        text not null,
  by           text not null,
  at           text not null,
  withdrawn    boolean not null default false,
  primary key (organisation, id),
  foreign key (organisation, hash) references evidence_contents
);
create index evidence_by_return on evidence (organisation, year);

create table reminders (
  organisation text not null references organisations,
  year         integer not null,
  id           uuid not null,
  body         text not null,
  actor        text not null,
  name         text not null,
  at           text not null,
  read_by      text[] not null default '{}',
  primary key (organisation, id)
);

-- Saved mappings of the columns of other offices' exports.
create table mappings (
  organisation text not null references organisations,
  id           uuid not null,
  content      jsonb not null,
  primary key (organisation, id)
);

-- Every act in words, for searching; `hash` names the chained entry where there is one.
create table acts (
  id           bigint generated by default as identity primary key,
  organisation text not null references organisations,
  year         integer,
  act          text not null,
  actor        text not null,
  name         text not null,
  at           text not null,
  reason       text not null default '',
  detail       text not null default '',
  hash         text
);
create index acts_by_organisation on acts (organisation, id);

-- Walls --------------------------------------------------------------------------------------------
-- A request of the web application runs with zhibao.scope set to its account's organisation, reading and
-- writing: what belongs to a year by the tree of that year, the rest by the tree of any year.

do $$
declare
  whole constant text := '(select nullif(current_setting(''zhibao.scope'', true), '''')) = ''*''';
  scope constant text := '(select nullif(current_setting(''zhibao.scope'', true), ''''))';
  standing constant text := 'organisation in (select l.organisation from lineage l where l.ancestor = ' || scope || ')';
  in_year constant text := '(organisation, year) in (select l.organisation, l.year from lineage l where l.ancestor = ' || scope || ')';
  either constant text := 'case when year is null then ' || standing || ' else ' || in_year || ' end';
  walled record;
begin
  for walled in
    select * from (values
      ('working_heads', in_year), ('working_slots', in_year), ('working_edits', in_year), ('working_previews', in_year),
      ('confirmations', in_year), ('signatures', in_year), ('requested_slots', in_year), ('comments', in_year),
      ('corrections', in_year), ('evidence_contents', standing), ('evidence', in_year), ('reminders', in_year),
      ('mappings', standing), ('acts', either)
    ) as listed(name, rule)
  loop
    execute format('alter table %I enable row level security', walled.name);
    execute format('alter table %I force row level security', walled.name);
    execute format('create policy whole on %I to current_user using (%s) with check (%s)', walled.name, whole, whole);
    execute format('create policy subtree on %I using (%s) with check (%s)', walled.name, walled.rule, walled.rule);
  end loop;
  -- Filing within the subtree: the store's own tables, which until now only the store as a whole wrote.
  for walled in
    select * from (values
      ('returns', in_year), ('return_states', in_year), ('return_heads', in_year), ('facts', in_year), ('register_rows', in_year),
      ('sum_deltas', in_year), ('history', either), ('chain_heads', standing)
    ) as listed(name, rule)
  loop
    execute format('create policy filing on %I to current_user using (%s) with check (%s)', walled.name, walled.rule, walled.rule);
  end loop;
  -- Accounts and settings are seen by their own code alone.
  for walled in select * from (values ('user'), ('session'), ('account'), ('verification'), ('settings')) as listed(name) loop
    execute format('alter table %I enable row level security', walled.name);
    execute format('alter table %I force row level security', walled.name);
    execute format('create policy whole on %I to current_user using (%s) with check (%s)', walled.name, whole, whole);
  end loop;
end
$$;
