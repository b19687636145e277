using System.Collections.Immutable;

namespace BriefingGen.Language.Evaluation;

/// <summary>One figure of an evaluation, in per cent.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">F1, or the share where <paramref name="Precision"/> is null.</param>
/// <param name="Precision">Of what was found, how much is right; null where the figure is a share.</param>
/// <param name="Recall">Of what is to be found, how much was; null where the figure is a share.</param>
/// <param name="Right">What was found and is right.</param>
/// <param name="Spurious">What was found and is wrong; for a share 0.</param>
/// <param name="Missed">What was not found.</param>
public sealed record ScoreRow(
    string Name,
    double Value,
    double? Precision,
    double? Recall,
    int Right,
    int Spurious,
    int Missed
)
{
    /// <summary>Precision, recall and F1 from counts.</summary>
    public static ScoreRow Of(string name, int right, int spurious, int missed)
    {
        var precision = Percent(right, right + spurious);
        var recall = Percent(right, right + missed);
        return new ScoreRow(name, Harmonic(precision, recall), precision, recall, right, spurious, missed);
    }

    /// <summary>A share of a whole, which may be empty.</summary>
    public static ScoreRow Share(string name, int right, int all) =>
        new(name, 100.0 * right / Math.Max(1, all), null, null, right, 0, all - right);

    /// <summary>F1 of a precision and a recall, 0 where both are.</summary>
    public static double Harmonic(double precision, double recall) =>
        precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    private static double Percent(int part, int whole) => whole > 0 ? 100.0 * part / whole : 0;
}

/// <summary>One thing that was missed or misread, for whoever wants to mend it.</summary>
/// <param name="Kind">Such as <c>missed</c>, <c>spurious</c>, <c>wrong-span</c>, <c>wrong-source</c>, <c>upos</c>.</param>
/// <param name="Article">Name of the article, or id of the sentence.</param>
/// <param name="Start">
/// First UTF-16 code unit in the article as stored; in a treebank the number of the word in its sentence, from 1.
/// </param>
/// <param name="End">Behind the last one.</param>
/// <param name="Expected">What the gold has; empty where it has nothing.</param>
/// <param name="Found">What was found; empty where nothing was.</param>
public sealed record ScoreError(string Kind, string Article, int Start, int End, string Expected, string Found);

/// <summary>What an evaluation measured, and where the analysis went wrong.</summary>
/// <param name="Rows">Figures, in the order in which they are read.</param>
/// <param name="Errors">All errors, in order of the gold.</param>
/// <param name="Notes">What the reader must know to trust the figures; mostly empty.</param>
public sealed record ScoreReport(
    ImmutableArray<ScoreRow> Rows,
    ImmutableArray<ScoreError> Errors,
    ImmutableArray<string> Notes
);
