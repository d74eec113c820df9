using Microsoft.Extensions.Options;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>Checks the options at start; a message names the key, the value and what is allowed.</summary>
internal sealed class MessagesOptionsCheck : IValidateOptions<MessagesOptions>
{
    private const int LongestChannel = 64;

    public ValidateOptionsResult Validate(string? name, MessagesOptions options)
    {
        var wrong = options.MoreChannels.Where(channel => !IsChannel(channel)).Select(
            channel => $"{MessagesOptions.Section}:{nameof(options.MoreChannels)} names '{channel}'; "
                + $"allowed is a channel's id of 1 to {LongestChannel} letters, digits, dots, hyphens or underscores.").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsChannel(string? channel) => channel is { Length: > 0 and <= LongestChannel }
        && channel.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
