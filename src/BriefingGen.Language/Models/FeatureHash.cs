namespace BriefingGen.Language.Models;

/// <summary>Hashes of words and of feature templates; the same on every machine and in every version of .NET.</summary>
internal static class FeatureHash
{
    private const ulong K1 = 0x9E3779B97F4A7C15;
    private const ulong K2 = 0xC2B2AE3D27D4EB4F;

    /// <summary>FNV-1a over UTF-16 code units.</summary>
    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    public static uint Of(uint template, uint a)
    {
        var x = ((template + 1UL) << 32 | a) * K1;
        x = (x ^ (x >> 29)) * K2;
        return (uint)(x >> 32);
    }

    public static uint Of(uint template, uint a, uint b)
    {
        var x = ((template + 1UL) << 32 | a) * K1;
        x = ((x ^ (x >> 29)) + b) * K2;
        x = (x ^ (x >> 31)) * K1;
        return (uint)(x >> 32);
    }

    public static uint Of(uint template, uint a, uint b, uint c)
    {
        var x = ((template + 1UL) << 32 | a) * K1;
        x = ((x ^ (x >> 29)) + b) * K2;
        x = ((x ^ (x >> 31)) + c) * K1;
        x = (x ^ (x >> 30)) * K2;
        return (uint)(x >> 32);
    }

    public static uint Of(uint template, uint a, uint b, uint c, uint d) => Of(template, Of(template, a, b), c, d);
}
