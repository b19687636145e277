-- Times are ISO 8601 in UTC with seven decimals, days yyyy-MM-dd, so that text order is order of time.
CREATE TABLE article (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    record INTEGER,
    text TEXT NOT NULL,
    regions TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT,
    published TEXT,
    publisher TEXT,
    language TEXT NOT NULL,
    encoding TEXT NOT NULL,
    feed TEXT,
    first_seen TEXT NOT NULL
) STRICT;
CREATE INDEX article_published ON article (published);
CREATE INDEX article_first_seen ON article (first_seen);

CREATE TABLE input (
    hash TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (sequence) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX input_article ON input (article);

CREATE TABLE extraction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article (sequence) ON DELETE CASCADE,
    extractor TEXT NOT NULL,
    is_read INTEGER NOT NULL,
    edits TEXT NOT NULL,
    sentences TEXT NOT NULL,
    UNIQUE (article, extractor)
) STRICT;

CREATE TABLE fact (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    extraction INTEGER NOT NULL REFERENCES extraction (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    actor TEXT,
    date TEXT,
    words TEXT,
    json TEXT NOT NULL,
    UNIQUE (extraction, ordinal)
) STRICT;
CREATE INDEX fact_id ON fact (id);
CREATE INDEX fact_actor ON fact (actor);
CREATE INDEX fact_date ON fact (date);

-- One row a fact with all that other tools ask for.
CREATE VIEW fact_list AS
SELECT fact.kind, fact.id, article.id AS article, extraction.extractor, fact.actor, fact.date, fact.words, fact.json
FROM fact
JOIN extraction ON extraction.id = fact.extraction
JOIN article ON article.sequence = extraction.article;

CREATE TABLE edition (
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    state TEXT NOT NULL,
    clock TEXT,
    coverage TEXT,
    folder TEXT,
    message TEXT,
    worker TEXT,
    lease_from TEXT,
    lease_until TEXT,
    updated TEXT NOT NULL,
    PRIMARY KEY (schedule, date)
) STRICT;

CREATE TABLE edition_article (
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES article (id),
    PRIMARY KEY (schedule, date, ordinal),
    FOREIGN KEY (schedule, date) REFERENCES edition (schedule, date) ON DELETE CASCADE
) STRICT;
CREATE INDEX edition_article_article ON edition_article (article);

CREATE TABLE edition_file (
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (schedule, date, ordinal),
    FOREIGN KEY (schedule, date) REFERENCES edition (schedule, date) ON DELETE CASCADE
) STRICT;

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    started_by TEXT NOT NULL,
    due TEXT,
    started TEXT NOT NULL,
    ended TEXT,
    result TEXT NOT NULL,
    message TEXT,
    articles INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    set_aside INTEGER NOT NULL
) STRICT;
CREATE INDEX run_started ON run (started);
CREATE INDEX run_schedule ON run (schedule, started);

CREATE TABLE schedule (
    name TEXT PRIMARY KEY,
    cron TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    calendar TEXT,
    misfire TEXT NOT NULL,
    catch_up_ticks INTEGER,
    profile TEXT,
    inputs TEXT NOT NULL,
    paused INTEGER NOT NULL,
    created TEXT NOT NULL,
    handled_until TEXT
) STRICT;

CREATE TABLE feed (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    status TEXT NOT NULL,
    error TEXT,
    items INTEGER NOT NULL,
    last_fetch TEXT NOT NULL,
    last_ok TEXT,
    failures INTEGER NOT NULL,
    not_before TEXT
) STRICT;

CREATE TABLE receipt (
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    target TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    last_attempt TEXT NOT NULL,
    detail TEXT,
    package_hash TEXT NOT NULL,
    PRIMARY KEY (schedule, date, target)
) STRICT;
