import { IsOptional, IsUUID } from 'class-validator';

export class InboxQueryDto {
  /** `next` of the page before. */
  @IsOptional() @IsUUID()
  after?: string;
}
