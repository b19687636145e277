CREATE TABLE decision (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    fact TEXT NOT NULL,
    verdict TEXT NOT NULL,
    value TEXT,
    reason TEXT,
    reviewer TEXT NOT NULL,
    decided TEXT NOT NULL
) STRICT;
CREATE INDEX decision_fact ON decision (fact);

-- The indexes hold no text of their own; the triggers keep them in step, also where a foreign key deletes.
CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text,
    content = 'article', content_rowid = 'sequence',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_search_insert AFTER INSERT ON article BEGIN
    INSERT INTO article_search (rowid, title, text) VALUES (new.sequence, new.title, new.text);
END;
CREATE TRIGGER article_search_delete AFTER DELETE ON article BEGIN
    INSERT INTO article_search (article_search, rowid, title, text)
    VALUES ('delete', old.sequence, old.title, old.text);
END;
INSERT INTO article_search (article_search) VALUES ('rebuild');

CREATE VIRTUAL TABLE fact_search USING fts5 (
    words,
    content = 'fact', content_rowid = 'sequence',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER fact_search_insert AFTER INSERT ON fact BEGIN
    INSERT INTO fact_search (rowid, words) VALUES (new.sequence, new.words);
END;
CREATE TRIGGER fact_search_delete AFTER DELETE ON fact BEGIN
    INSERT INTO fact_search (fact_search, rowid, words) VALUES ('delete', old.sequence, old.words);
END;
INSERT INTO fact_search (fact_search) VALUES ('rebuild');
