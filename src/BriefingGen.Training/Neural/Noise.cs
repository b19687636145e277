namespace BriefingGen.Training.Neural;

/// <summary>Random numbers from a seed (SplitMix64), the same on every machine.</summary>
internal struct Noise
{
    private ulong _state;

    public Noise(ulong seed, ulong stream = 0) => _state = (seed * 0x9E3779B97F4A7C15) ^ (stream * 0xD1B54A32D192ED03);

    public ulong Bits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public float Next() => (Bits() >> 40) * (1f / (1 << 24));

    /// <summary>A whole number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)((Bits() >> 32) * (ulong)bound >> 32);
}
