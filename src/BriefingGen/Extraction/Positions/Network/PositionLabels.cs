namespace BriefingGen.Extraction.Positions.Network;

/// <summary>A run of words in one role, as the network labels it.</summary>
/// <param name="Words">The words.</param>
/// <param name="CueFollows">True where its cue stands to the right, false to the left; of no meaning for a cue.</param>
internal readonly record struct RoleRun(Run Words, bool CueFollows);

/// <summary>
/// The classes of the three chains of labels: cue, source and content, each with outside, begin and inside; of sources and
/// contents both the begin and the inside also tell on which side their cue stands, so that each finds its cue.
/// </summary>
internal static class PositionLabels
{
    public const int Cue = 0;
    public const int Source = 1;
    public const int Content = 2;

    private const int CueClasses = 3;
    private const int RoleClasses = 5;

    /// <summary>Classes of each chain: cue, source, content.</summary>
    public static ReadOnlySpan<int> Chains => [CueClasses, RoleClasses, RoleClasses];

    /// <summary>Scores of a word in all.</summary>
    public const int Outputs = CueClasses + (2 * RoleClasses);

    /// <summary>True where a class may stand behind another; -1 stands for the edges of a text.</summary>
    public static bool MayStand(int label, int before) =>
        label <= 0 || label % 2 == 1 || before == label - 1 || before == label;

    /// <summary>Raises a word's scores of classes that begin a source or a content.</summary>
    public static void Favour(Span<float> scores, float by)
    {
        for (var chain = CueClasses; chain < Outputs; chain += RoleClasses)
        {
            scores[chain + 1] += by;
            scores[chain + 3] += by;
        }
    }

    /// <summary>Writes the classes of a run, unless one of its words has a class already.</summary>
    public static bool Mark(Span<int> classes, Run run, bool cueFollows)
    {
        if (run.IsEmpty || classes[run.First..run.End].ContainsAnyExcept(0))
        {
            return false;
        }

        var begin = cueFollows ? 1 : 3;
        classes[run.First..run.End].Fill(begin + 1);
        classes[run.First] = begin;
        return true;
    }

    /// <summary>The runs that classes tell, in order.</summary>
    public static List<RoleRun> Runs(ReadOnlySpan<byte> classes)
    {
        var runs = new List<RoleRun>();
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] % 2 == 1)
            {
                var end = i + 1;
                while (end < classes.Length && classes[end] == classes[i] + 1)
                {
                    end++;
                }

                runs.Add(new RoleRun(new Run(i, end), classes[i] == 1));
            }
        }

        return runs;
    }
}
