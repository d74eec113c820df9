using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WalkBuddyBot.BotFramework.Calls;

/// <summary>Reads a body and never more of it than is allowed, whatever its headers promise.</summary>
internal static class BoundedBody
{
    /// <returns>The body, or null when it is larger than allowed.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        while (true)
        {
            var read = await NextAsync(request, cancellationToken);
            if (read.IsCompleted && read.Buffer.Length <= most)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            var tooBig = read.Buffer.Length > most;
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (tooBig)
            {
                return null;
            }
        }
    }

    private static async Task<ReadResult> NextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.BodyReader.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException late)
        {
            // Here it is the caller who was waited for, and not we.
            throw new BadHttpRequestException("The body did not come in time.", StatusCodes.Status408RequestTimeout, late);
        }
    }

    /// <summary>Whether the body is said to be JSON in UTF-8. Any site's page can post a form or plain text without asking.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));
}
