using Microsoft.Extensions.Options;

namespace WalkBuddyBot.Settings;

/// <summary>Says which key is wrong, what it holds and what it may hold.</summary>
internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        List<string> wrong =
        [
            .. Within(nameof(options.Connections), options.Connections, 10, 100_000),
            .. Within(nameof(options.HeadWithin), options.HeadWithin, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            .. Within(nameof(options.IdleFor), options.IdleFor, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        ];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Within<T>(string key, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            yield return $"{HttpOptions.Section}:{key} is {value}; allowed is {least} to {most}.";
        }
    }
}
