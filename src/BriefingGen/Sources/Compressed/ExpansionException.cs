namespace BriefingGen.Sources.Compressed;

/// <summary>Compressed data grows more than any text does: a bomb.</summary>
internal sealed class ExpansionException()
    : IOException($"expands more than {MeasuredExpansion.MaxRatio} times, as no text does");
