namespace BriefingGen.Sources.Xml;

/// <summary>Tells XML by its first element.</summary>
internal static class XmlRoot
{
    /// <summary>The local name of the first element; empty where a text does not begin as XML does.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart().TrimStart('\uFEFF');
            if (text is not ['<', _, ..])
            {
                return [];
            }

            var end = text[1] switch
            {
                '?' => End(text, "?>"),
                '!' when text.StartsWith("<!--") => End(text, "-->"),
                '!' => DocumentType(text),
                _ => 0,
            };
            if (end < 0)
            {
                return [];
            }

            if (end == 0)
            {
                return LocalName(text[1..]);
            }

            text = text[end..];
        }
    }

    /// <summary>How long the document type is that a text begins with, the declarations within it included; -1 where it does not end.</summary>
    public static int DocumentType(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAny('[', '>');
        if (mark < 0 || text[mark] == '>')
        {
            return mark < 0 ? -1 : mark + 1;
        }

        var close = text[mark..].IndexOf(']');
        if (close < 0)
        {
            return -1;
        }

        var end = text[(mark + close)..].IndexOf('>');
        return end < 0 ? -1 : mark + close + end + 1;
    }

    private static int End(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        var at = text.IndexOf(mark);
        return at < 0 ? -1 : at + mark.Length;
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny(" \t\r\n/><");
        var name = length < 0 ? text : text[..length];
        return name[(name.IndexOf(':') + 1)..];
    }
}
