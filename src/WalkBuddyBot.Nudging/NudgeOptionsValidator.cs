using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.Nudging;

/// <summary>Says which key is wrong, what it holds and what it may hold.</summary>
internal sealed class NudgeOptionsValidator(IHostEnvironment environment) : IValidateOptions<NudgeOptions>
{
    public ValidateOptionsResult Validate(string? name, NudgeOptions options)
    {
        string?[] mistakes =
        [
            Pace(options.PerTenantPerSecond),
            InFlight(options.InFlight),
            Span(nameof(options.Grace), options.Grace, TimeSpan.FromMinutes(1), TimeSpan.FromHours(6)),
            Span(nameof(options.Lease), options.Lease, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)),
        ];
        var found = mistakes.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private string? Pace(int value) => value switch
    {
        0 when !environment.IsDevelopment() =>
            Say(nameof(NudgeOptions.PerTenantPerSecond), "0", $"1 to {NudgeOptions.MostPerSecond} (0, no pacing, is for Development only)"),
        < 0 or > NudgeOptions.MostPerSecond => Say(
            nameof(NudgeOptions.PerTenantPerSecond), value.ToString(CultureInfo.InvariantCulture), $"1 to {NudgeOptions.MostPerSecond}"),
        _ => null,
    };

    private static string? InFlight(int? value) => value is < 1 or > NudgeOptions.MostInFlight
        ? Say(nameof(NudgeOptions.InFlight), value.Value.ToString(CultureInfo.InvariantCulture), $"1 to {NudgeOptions.MostInFlight}")
        : null;

    private static string? Span(string key, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least || value > most ? Say(key, value.ToString("c"), $"{least:c} to {most:c}") : null;

    private static string Say(string key, string value, string allowed) =>
        $"{NudgeOptions.Section}:{key} is {value}; allowed is {allowed}.";
}
