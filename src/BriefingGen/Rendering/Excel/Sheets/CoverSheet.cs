using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Planning;
using BriefingGen.Fusion;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>The first sheet: what this is, what it covers, where to go, how to read it.</summary>
internal static class CoverSheet
{
    private const int LabelColumn = 1;
    private const int ValueColumn = 2;
    private const int NoteColumn = 3;
    private const string Feeds = "Feeds";

    private static readonly CellStyle s_text = new(ColumnKind.Text);
    private static readonly CellStyle s_bold = s_text with { IsBold = true };

    private static readonly (string Sheet, string Says)[] Contents =
    [
        ("Claims", "who said what, one row a claim"),
        ("Positions", "each actor on each topic"),
        ("Matrix", "actors by topics at a glance"),
        ("Disagreements", "two actors opposed on one matter"),
        ("Outcomes", "what happened, is planned or is said to have happened"),
        ("Timeline", "dated outcomes by the day of the event"),
        ("Sanctions", "who imposes what on whom, and what is said of the effect"),
        ("Assessments", "judgements of others in their own words"),
        ("Actors", "people, states, organisations and groups"),
        ("Sources", "the articles, with links out"),
        ("Coverage", "what was set aside, not extracted, or read with a note"),
        (Feeds, "the feeds: when each was read, what it held, why it failed"),
        ("Review", "for a reviewer's decisions"),
        ("Run", "what the brief was made with"),
    ];

    private static readonly (string Term, string Means)[] Legend =
    [
        ("Reported", "an article tells it in its own voice"),
        ("Claimed by", "somebody said it; the brief does not say that it is so"),
        ("Assessed by", "somebody judged it; the judgement is theirs"),
        ("Hedge, Band", "the source's own estimative term, and the band that ICD 203 gives it, in per cent"),
        ("StatedConfidence", "how sure an assessor said to be of the basis; never a likelihood"),
        ("Origins", "independent texts that tell it; copies of one wire story count once"),
        ("Grade", "reliability of a source, A to F; F: nobody has judged it"),
        ("Statement", "the whole source sentence; […] marks what was left out between two"),
    ];

    /// <summary>Adds the sheet.</summary>
    public static void Add(Workbook book, WorkbookFacts facts) =>
        book.Add(
            new Sheet(
                "Cover",
                [(24, s_text), (44, s_text), (60, s_text)],
                writer => new Rows(writer, book, facts).Write()
            )
            {
                ShowsLines = false,
                Print = new PrintSetup(book.Brief, NoteColumn, IsTable: false),
            }
        );

    private static IEnumerable<(string Label, Cell Value)> Masthead(Masthead masthead) =>
        [
            ("Edition", Cell.Of(masthead.Edition)),
            ("Period from", Cell.Of(masthead.PeriodFrom)),
            ("Period to", Cell.Of(masthead.PeriodTo)),
            ("Information cut-off", Cell.Of(masthead.Cutoff)),
            (
                "Produced",
                Cell.Of(masthead.Produced.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture))
            ),
            ("Producer", Cell.Of(masthead.Producer)),
            ("Distribution", Cell.Of(masthead.Distribution)),
        ];

    private static IEnumerable<(string Label, Cell Value)> Counts(FusedFacts all, Coverage coverage) =>
        [
            ("Articles read", Cell.Of(coverage.Read)),
            ("Copies among them", Cell.Of(coverage.Copies)),
            ("Independent origins", Cell.Of(coverage.Origins)),
            ("Not extracted", Cell.Of(coverage.NotExtracted.Length)),
            ("Inputs set aside", Cell.Of(coverage.SetAside.Length)),
            ("Claims", Cell.Of(all.Claims.Length)),
            ("Claims of one origin", Cell.Of(all.Claims.Count(static c => c.Origins == 1))),
            ("Outcomes", Cell.Of(all.Events.Length)),
            ("Outcomes without a date", Cell.Of(all.Events.Count(static e => e.Lead.DateRange is null))),
            ("Disagreements", Cell.Of(all.Disagreements.Length)),
            ("Actors", Cell.Of(all.Actors.Length)),
        ];

    // Writes the cover from top to bottom.
    private sealed class Rows(SheetWriter writer, Workbook book, WorkbookFacts facts)
    {
        private readonly Theme _theme = book.Brief.Theme;

        public void Write()
        {
            Title(book.Brief.Masthead);
            Pairs(Masthead(book.Brief.Masthead));
            Heading("Counts");
            Pairs(Counts(facts.Facts, book.Brief.Coverage));
            if (book.Cuts.Count > 0)
            {
                // What does not fit into a sheet is not lost: the brief as data has all of it.
                Heading("Not all of it is here; brief.json holds the rest");
                Pairs(book.Cuts.Select(cut => (string.Empty, Cell.Of(cut))));
            }

            Heading("Sheets");
            foreach (var (name, says) in Contents.Where(Has))
            {
                writer.Next();
                writer.Write(LabelColumn, Cell.Of(name).To(name, 1), s_text);
                writer.Write(ValueColumn, Cell.Of(says), s_text);
            }

            Heading("How to read it");
            Pairs(Legend.Select(static entry => (entry.Term, Cell.Of(entry.Means))));
            Heading("ICD 203 bands");
            foreach (var (term, other, low, high) in Yardstick.Rows)
            {
                writer.Next();
                writer.Write(LabelColumn, Cell.Of(Yardstick.Band(low, high)), s_text);
                writer.Write(ValueColumn, Cell.Of(term), s_text);
                writer.Write(NoteColumn, Cell.Of(other), s_text);
            }
        }

        private bool Has((string Sheet, string Says) entry) =>
            !book.Brief.Coverage.Feeds.IsEmpty || entry.Sheet != Feeds;

        private void Title(Masthead masthead)
        {
            writer.Next();
            writer.Write(LabelColumn, Cell.Of(masthead.Marking), s_bold with { Color = _theme.MarkingColor });
            writer.Next(height: 28);
            writer.Write(LabelColumn, Cell.Of(masthead.Title), s_bold with { Color = _theme.Accent, Size = 18 });
            writer.Next();
            writer.Write(LabelColumn, Cell.Of(masthead.Review), s_bold);
            writer.Next();
        }

        private void Pairs(IEnumerable<(string Label, Cell Value)> pairs)
        {
            foreach (var (label, value) in pairs)
            {
                writer.Next();
                writer.Write(LabelColumn, Cell.Of(label), s_text);
                var kind = value.Day is null ? ColumnKind.Text : ColumnKind.Day;
                writer.Write(ValueColumn, value, new CellStyle(kind) { IsLeft = true });
            }
        }

        private void Heading(string text)
        {
            writer.Next();
            writer.Next();
            for (var column = LabelColumn; column <= NoteColumn; column++)
            {
                writer.Write(
                    column,
                    column == LabelColumn ? Cell.Of(text) : Cell.Empty,
                    s_bold with
                    {
                        Color = _theme.Accent,
                        Lines = CellLines.Below,
                    },
                    isFilled: true
                );
            }
        }
    }
}
