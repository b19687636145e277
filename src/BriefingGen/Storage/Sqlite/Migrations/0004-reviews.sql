-- A decision is bound to the article's text and the place there: it holds for what a newer extractor finds there, too.
ALTER TABLE decision ADD COLUMN article TEXT;
ALTER TABLE decision ADD COLUMN kind TEXT;
ALTER TABLE decision ADD COLUMN span_start INTEGER;
ALTER TABLE decision ADD COLUMN span_end INTEGER;
ALTER TABLE decision ADD COLUMN statement TEXT;
ALTER TABLE decision ADD COLUMN approver TEXT;
CREATE INDEX decision_article ON decision (article);
