using System.Globalization;
using System.Text.Json;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>A line for people and a line of JSON for each case, and pass or fail for each gate.</summary>
internal sealed class Report(string benchmark)
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>Whether every gate was passed.</summary>
    public bool Pass { get; private set; } = true;

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A case, and whatever figures it has.</summary>
    public void Case(string engine, string what, int nudges, Measured measured)
    {
        Say($"{engine,-10} {what,-52} {measured[Measured.Seconds],8:F3} s {nudges / measured[Measured.Seconds],9:F0}/s   load {Load():F1}");
        Json(engine, what, measured);
        Right(engine, what, measured);
    }

    /// <summary>A case that is no rate.</summary>
    public void Times(string engine, string what, Measured measured, params ReadOnlySpan<string> names)
    {
        var figures = string.Join("   ", names.ToArray().Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {measured[name]:F3}")));
        Say($"{engine,-10} {what,-52} {figures}   load {Load():F1}");
        Json(engine, what, measured);
        Right(engine, what, measured);
    }

    public void AtLeast(string engine, string what, double value, double least, string unit) =>
        Gate(engine, what, value, least, unit, "at least", value >= least);

    public void AtMost(string engine, string what, double value, double most, string unit) =>
        Gate(engine, what, value, most, unit, "at most", value <= most);

    /// <summary>A gate that could not be tried: not passed.</summary>
    public void Absent(string engine, string why)
    {
        Pass = false;
        Say($"{engine,-10} not measured, so no gate of it is passed: {why}");
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark, engine, absent = why }));
    }

    private void Gate(string engine, string what, double value, double bound, string unit, string which, bool pass)
    {
        Pass &= pass;
        Say($"{engine,-10} {what,-52} {value,8:F2}{unit}, {which} {bound:F2}{unit}: {(pass ? "pass" : "fail")}");
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark, engine, gate = what, value = Math.Round(value, 4), bound, unit, pass }));
    }

    // Work that was not the same work makes the whole run worthless.
    private void Right(string engine, string what, Measured measured)
    {
        if (measured.Wrong is { } wrong)
        {
            Pass = false;
            Say($"{engine,-10} {what,-52} does not count: {wrong}: fail");
        }
    }

    private void Json(string engine, string what, Measured measured) => Console.WriteLine(JsonSerializer.Serialize(
        new { benchmark, engine, what, measured.Figures, measured.Wrong, load = Load() }));

    /// <summary>How many want this machine on average over the last minute; 0 where it does not say.</summary>
    private static double Load() =>
        File.Exists(LoadFile) ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture) : 0;
}
