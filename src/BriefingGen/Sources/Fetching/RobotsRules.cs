using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BriefingGen.Sources.Fetching;

/// <summary>The rules of a robots.txt for one crawler (RFC 9309). Immutable.</summary>
internal sealed class RobotsRules
{
    /// <summary>Longest file that is read; what stands behind it is passed over (RFC 9309, 2.5).</summary>
    public const int MaxBytes = 512 * 1024;

    private const int MaxRules = 5_000;

    private readonly ImmutableArray<(bool Allows, string Pattern)> _rules;

    private RobotsRules(ImmutableArray<(bool Allows, string Pattern)> rules, TimeSpan delay)
    {
        _rules = rules;
        Delay = delay;
    }

    /// <summary>No rules: all may be fetched.</summary>
    public static RobotsRules AllowAll { get; } = new([], TimeSpan.Zero);

    /// <summary>Nothing may be fetched.</summary>
    public static RobotsRules DisallowAll { get; } = new([(false, "/")], TimeSpan.Zero);

    /// <summary>The <c>Crawl-delay</c>, which no standard knows and many sites write; zero for none.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Reads the rules of the groups for a product, else of those for all.</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> bytes, string product)
    {
        var groups = new Groups();
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxBytes)]).TrimStart('\uFEFF');
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var hash = line.IndexOf('#');
            var rule = (hash < 0 ? line : line[..hash]).Trim();
            var colon = rule.IndexOf(':');
            if (colon > 0)
            {
                groups.Add(rule[..colon].Trim(), rule[(colon + 1)..].Trim());
            }
        }

        var own = groups.Named(product) ?? groups.Named("*");
        return own is null ? AllowAll : new RobotsRules([.. own.Rules.Take(MaxRules)], own.Delay);
    }

    /// <summary>Whether an address may be fetched: the longest rule that fits it decides, and an allowing one of two.</summary>
    public bool Allows(Uri url)
    {
        var path = Normal(url.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        var longest = -1;
        var allowed = true;
        foreach (var (allows, pattern) in _rules)
        {
            if (pattern.Length >= longest && (pattern.Length > longest || allows) && Fits(pattern, path))
            {
                (longest, allowed) = (pattern.Length, allows);
            }
        }

        return allowed;
    }

    // "*" for any characters, "$" at the end for the end. The last star that was met is gone back to, no earlier one:
    // time grows with the product of the lengths, never faster.
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var atEnd = pattern is [.., '$'];
        pattern = atEnd ? pattern[..^1] : pattern;
        int p = 0,
            t = 0,
            star = -1,
            from = 0;
        while (true)
        {
            if (p == pattern.Length && (!atEnd || t == path.Length))
            {
                return true;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, t);
            }
            else if (p < pattern.Length && t < path.Length && pattern[p] == path[t])
            {
                p++;
                t++;
            }
            else if (star >= 0 && from < path.Length)
            {
                p = star + 1;
                t = ++from;
            }
            else
            {
                return false;
            }
        }
    }

    // Escapes are compared by what they stand for, as far as that is a plain character.
    private static string Normal(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal) && Ascii.IsValid(path))
        {
            return path;
        }

        var builder = new StringBuilder(path.Length);
        foreach (var b in Encoding.UTF8.GetBytes(path))
        {
            _ = b < 0x80 ? builder.Append((char)b) : builder.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        for (var i = 0; i + 2 < builder.Length; i++)
        {
            if (builder[i] != '%' || !char.IsAsciiHexDigit(builder[i + 1]) || !char.IsAsciiHexDigit(builder[i + 2]))
            {
                continue;
            }

            var value = (char)
                int.Parse(builder.ToString(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~')
            {
                builder.Remove(i, 3).Insert(i, value);
            }
            else
            {
                builder[i + 1] = char.ToUpperInvariant(builder[i + 1]);
                builder[i + 2] = char.ToUpperInvariant(builder[i + 2]);
            }
        }

        return builder.ToString();
    }

    private sealed class Group
    {
        public List<(bool Allows, string Pattern)> Rules { get; } = [];

        public TimeSpan Delay { get; set; }
    }

    /// <summary>Groups by product; several groups for one are one.</summary>
    private sealed class Groups
    {
        private readonly Dictionary<string, Group> _groups = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<Group> _current = [];
        private bool _hasRules;

        public Group? Named(string product) => _groups.GetValueOrDefault(product);

        public void Add(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
        {
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                Begin(value);
            }
            else if (
                key.Equals("allow", StringComparison.OrdinalIgnoreCase)
                || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)
            )
            {
                _hasRules = true;
                AddRule(key.Length == "allow".Length, value);
            }
            else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
            {
                _hasRules = true;
                if (
                    double.TryParse(
                        value,
                        NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var seconds
                    ) && seconds is >= 0 and < 1_000_000
                )
                {
                    _current.ForEach(group => group.Delay = TimeSpan.FromSeconds(seconds));
                }
            }
        }

        private void Begin(ReadOnlySpan<char> agent)
        {
            if (_hasRules)
            {
                _current.Clear();
                _hasRules = false;
            }

            // The product is what stands before a slash or a space; a version says nothing.
            var end = agent.IndexOfAny('/', ' ', '\t');
            var name = (end < 0 ? agent : agent[..end]).ToString();
            if (name.Length is 0 or > 100 || _groups.Count > 1_000)
            {
                return;
            }

            if (!_groups.TryGetValue(name, out var group))
            {
                _groups.Add(name, group = new Group());
            }

            _current.Add(group);
        }

        // An empty rule forbids nothing.
        private void AddRule(bool allows, ReadOnlySpan<char> path)
        {
            if (path.IsEmpty || path.Length > 2_000)
            {
                return;
            }

            var pattern = Normal(path[0] is '/' or '*' ? path.ToString() : $"/{path}");
            _current.ForEach(group => group.Rules.Add((allows, pattern)));
        }
    }
}
