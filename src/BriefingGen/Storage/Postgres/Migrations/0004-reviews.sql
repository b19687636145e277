-- A decision is bound to the article's text and the place there: it holds for what a newer extractor finds there, too.
ALTER TABLE decision ADD COLUMN article text COLLATE "C";
ALTER TABLE decision ADD COLUMN kind text COLLATE "C";
ALTER TABLE decision ADD COLUMN span_start integer;
ALTER TABLE decision ADD COLUMN span_end integer;
ALTER TABLE decision ADD COLUMN statement text COLLATE "C";
ALTER TABLE decision ADD COLUMN approver text COLLATE "C";
CREATE INDEX decision_article ON decision (article);
