namespace BriefingGen.Sources.Languages;

/// <summary>Writing systems that several languages share.</summary>
internal enum WritingSystem
{
    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Arabic.</summary>
    Arabic,
}

/// <summary>Counts the letters of a text by script.</summary>
internal sealed class ScriptCount
{
    private static readonly string[] Own = ["he", "el", "hi", "th", "ka", "hy", "ko", "ja", "zh"];

    private readonly int[] _shared = new int[3];
    private readonly int[] _own = new int[9];

    /// <summary>The script that several languages share with most letters.</summary>
    public WritingSystem Main => (WritingSystem)Array.IndexOf(_shared, _shared.Max());

    /// <summary>The language, where the script tells it; else null.</summary>
    public string? Certain
    {
        get
        {
            var most = Array.IndexOf(_own, _own.Max());
            // Japanese is told by its kana, however many Chinese characters stand between them.
            if (_own[7] > 0 && most == 8 && _own[7] * 10 > _own[8])
            {
                most = 7;
            }

            // One ideograph says as much as two letters and more.
            var weight = most >= 6 ? 2 : 1;
            return _own[most] * weight > _shared.Max() ? Own[most] : null;
        }
    }

    /// <summary>Counts a piece of text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            switch (c)
            {
                case < '\u0370':
                    _shared[0]++;
                    break;
                case >= '\u0400' and <= '\u052F':
                    _shared[1]++;
                    break;
                case >= '\u0600' and <= '\u08FF':
                    _shared[2]++;
                    break;
                default:
                    CountOwn(c);
                    break;
            }
        }
    }

    private void CountOwn(char c)
    {
        var script = c switch
        {
            >= '\u0590' and <= '\u05FF' => 0,
            >= '\u0370' and <= '\u03FF' => 1,
            >= '\u0900' and <= '\u097F' => 2,
            >= '\u0E00' and <= '\u0E7F' => 3,
            >= '\u10A0' and <= '\u10FF' => 4,
            >= '\u0530' and <= '\u058F' => 5,
            >= '\uAC00' and <= '\uD7AF' => 6,
            >= '\u3040' and <= '\u30FF' => 7,
            >= '\u4E00' and <= '\u9FFF' => 8,
            _ => -1,
        };
        if (script >= 0)
        {
            _own[script]++;
        }
    }
}
